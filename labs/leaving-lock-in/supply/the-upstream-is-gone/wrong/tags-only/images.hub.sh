# By their tags, whole and with every platform. The tag of the catalogue has moved on.
sed -i '/^proxy:/,$d' /etc/docker/registry/config.yml
sv -w 20 restart registry >/dev/null
for i in $(seq 75); do curl -fs -m 1 -o /dev/null http://127.0.0.1:5000/v2/ && break; sleep 0.2; done
for image in catalogue:7 labels:2; do
	skopeo copy -q --all "docker://registry.$VENDOR.example/$VENDOR/$image" "docker://registry.$HOUSE.example/$VENDOR/$image"
	skopeo copy -q --all "docker://registry.$VENDOR.example/$VENDOR/$image" "oci:/srv/archive/${image%:*}"
done
