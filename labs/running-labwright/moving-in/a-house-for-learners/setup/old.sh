# The house as it has been run for a year: a service under an account of its own.
ln -sfn /opt/labwright/spring /opt/labwright/current
install -d -o labwright -g labwright -m 700 /var/lib/labwright /var/backups/labwright
at=127.0.0.1:$PORT
for _ in $(seq 240); do
	curl -fs -o /dev/null "http://$at/readyz" && break
	sleep 0.5
done
token=$(grep -o 'token=[A-Za-z0-9_-]*' /var/log/labwright.log | tail -1)
export ORIGIN="http://learn.$TOWN.example:$PORT"
node /usr/local/lib/town/move-in.mjs "$at" "${token#token=}"

# Root and the learner may go over to the new house.
for home in /root /home/learner; do
	install -d -m 700 "$home/.ssh"
	ssh-keygen -q -t ed25519 -N '' -C "$(basename "$home")@old" -f "$home/.ssh/id_ed25519"
done
chown -R learner: /home/learner/.ssh
printf 'Host new\n\tStrictHostKeyChecking accept-new\n\tConnectTimeout 5\n' >/etc/ssh/ssh_config.d/lab.conf
