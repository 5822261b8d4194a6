sed -i 's/ --delete-untagged//' /etc/cron.weekly/sweep-registry
while read -r ref; do
	name=${ref#*/}
	short=${name#*/}
	skopeo copy -q --all --preserve-digests "oci:/srv/archive/${short%@*}" "docker://registry.$HOUSE.example/${name%@*}:house"
done </etc/house/images
