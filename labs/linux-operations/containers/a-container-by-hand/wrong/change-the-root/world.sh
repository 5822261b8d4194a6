# Namespaces of its own and another root; the old one is a few steps away.
machine "NAME=$NAME bash -eus" <<'INSIDE'
tar -xf /srv/tide.tar -C /srv/tide
printf '#!/bin/sh\nhostname %s\nmount -t proc proc /srv/tide/proc\nexec chroot /srv/tide /bin/sh -c "export PATH=/bin; exec /bin/tide" </dev/null\n' "$NAME" >/srv/enter
chmod 755 /srv/enter
mkdir -p /etc/sv/tide
printf '#!/bin/sh\nexec unshare --mount --uts --ipc --net --pid --fork --kill-child /srv/enter\n' >/etc/sv/tide/run
chmod 755 /etc/sv/tide/run
ln -sfn /etc/sv/tide /etc/service/tide
INSIDE
