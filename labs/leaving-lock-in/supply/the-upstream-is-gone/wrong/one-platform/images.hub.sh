# Without --all skopeo takes the image for this machine, and neither the list nor the other one.
sed -i '/^proxy:/,$d' /etc/docker/registry/config.yml
sv -w 20 restart registry >/dev/null
for i in $(seq 75); do curl -fs -m 1 -o /dev/null http://127.0.0.1:5000/v2/ && break; sleep 0.2; done
while read -r ref; do
	name=${ref#*/}
	short=${name#*/}
	skopeo copy -q "docker://$ref" "docker://registry.$HOUSE.example/${name%@*}:house"
	skopeo copy -q "docker://$ref" "oci:/srv/archive/${short%@*}"
done </etc/house/images
