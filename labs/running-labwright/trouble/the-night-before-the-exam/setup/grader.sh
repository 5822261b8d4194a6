# What must not get lost, and somebody who revises at night and keeps a list of what was accepted.
on house sh -c 'cd /srv/data/labwright/recordings && sha256sum *.cast.gz' >/root/recordings
on house sh -c 'cd /srv/data/backups && sha256sum *.tar.gz' >/root/backups
[ "$(wc -l </root/backups)" = 4 ] && [ -s /root/recordings ]
mkdir -p /srv/town /etc/service/owl
cat >/etc/service/owl/run <<END
#!/bin/sh
export ORIGIN=http://learn.$TOWN.example:$PORT OWL=$OWL OWL_PASSWORD=$OWL_PASSWORD MARK=$MARK
exec node /usr/local/lib/town/owl.mjs /srv/town/accepted house:$PORT >>/srv/town/log 2>&1
END
chmod 700 /etc/service/owl/run
for _ in $(seq 240); do
	[ -s /srv/town/accepted ] && exit
	sleep 0.5
done
cat /srv/town/log
exit 1
