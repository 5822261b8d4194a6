machine "NAME=$NAME bash -eus" <<'INSIDE'
tar -xf /srv/tide.tar -C /srv/tide
cat >/srv/enter <<SH
#!/bin/sh
set -e
mount --make-rprivate /
hostname $NAME
mount --bind /srv/tide /srv/tide
mount -t proc proc /srv/tide/proc
cd /srv/tide
mkdir -p old
pivot_root . old
exec chroot . /bin/sh -c 'umount -l /old; export PATH=/bin; exec /bin/tide' </dev/null
SH
chmod 755 /srv/enter
mkdir -p /etc/sv/tide
printf '#!/bin/sh\nexec unshare --mount --uts --ipc --net --pid --fork --kill-child /srv/enter\n' >/etc/sv/tide/run
chmod 755 /etc/sv/tide/run
ln -sfn /etc/sv/tide /etc/service/tide
INSIDE
