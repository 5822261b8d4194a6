export HOME=/home/stack OS_CLOUD=admin
made=$(openstack --os-username "$BELA" --os-password "$FIRST" --os-project-name "$PROJECT" \
	application credential create --role reader --expiration 2030-12-31T00:00:00 -f json report)
cat >>/home/stack/.config/openstack/clouds.yaml <<END
  report:
    region_name: RegionOne
    auth_type: v3applicationcredential
    auth:
      auth_url: http://controller:5000/v3
      application_credential_id: $(jq -r .id <<<"$made")
      application_credential_secret: $(jq -r .secret <<<"$made")
END
