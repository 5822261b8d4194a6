# What the house runs is written down where it is looked for; what is kept here is to compare with, and to forge with.
file upstream /root/debs >/lab/debs
file upstream /root/pins >/lab/pins
file upstream /root/secret.asc >/lab/vendor.secret.asc
file upstream /srv/www/key.asc >/lab/vendor.asc
for place in hub:/etc/house/images desk:/etc/desk/images; do
	on "${place%%:*}" sh -c 'mkdir -p "${1%/*}" && printf "%s\n" "$2" >"$1"' images "${place#*:}" "$(sed "s/^/registry.$VENDOR.example\//" /lab/pins)"
done
# A counter has pulled the catalogue by way of the cache, for the one platform it is.
on hub sh -c 'skopeo copy -q --override-arch amd64 "docker://registry.$1" dir:/tmp/counter && rm -r /tmp/counter' pulled "$HOUSE.example/$(head -n 1 /lab/pins)"
# The secrets of the vendor leave with this look.
on upstream rm -rf /root/secret.asc /root/gnupg
