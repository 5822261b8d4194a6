# Somebody who learns at night and keeps a list of what was accepted.
mkdir -p /srv/town /etc/service/owl
cat >/etc/service/owl/run <<END
#!/bin/sh
export ORIGIN=http://learn.$TOWN.example:$PORT OWL=$OWL OWL_PASSWORD=$OWL_PASSWORD MARK=$MARK
exec node /usr/local/lib/town/owl.mjs /srv/town/accepted old:$PORT new:$PORT >>/srv/town/log 2>&1
END
chmod 700 /etc/service/owl/run
for _ in $(seq 240); do
	[ -s /srv/town/accepted ] && exit
	sleep 0.5
done
cat /srv/town/log
exit 1
