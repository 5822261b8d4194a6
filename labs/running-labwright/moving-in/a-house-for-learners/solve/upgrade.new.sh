set -a; . /etc/labwright/settings; set +a
sv down labwright
cd /opt/labwright/current
chpst -u labwright node --run backup
ln -sfn /opt/labwright/autumn /opt/labwright/current
sv up labwright
before=$(sqlite3 -readonly /var/lib/labwright/labwright.db 'select count(*) from attempts')
for _ in $(seq 120); do
	[ "$(sqlite3 -readonly /var/lib/labwright/labwright.db 'select count(*) from attempts')" -gt "$before" ] && break
	sleep 0.5
done
