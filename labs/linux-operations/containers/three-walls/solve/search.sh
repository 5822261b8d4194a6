cat >/srv/search/init <<SH
#!/bin/sh
mount -t proc proc /proc
echo $AREAS >/proc/sys/vm/max_map_count
exec /bin/search
SH
chmod 755 /srv/search/init
mkdir -p /etc/sv/search
printf '#!/bin/sh\nexec small-vm /srv/search >/var/log/search.log 2>&1\n' >/etc/sv/search/run
chmod 755 /etc/sv/search/run
ln -sfn /etc/sv/search /etc/service/search
