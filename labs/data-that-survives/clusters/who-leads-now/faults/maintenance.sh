# Somebody paused the cluster for maintenance and forgot it; now the leader's database and its agent die.
leader=
for host in 11 12 13; do
	leader=$(curl -fs -m 2 "http://10.64.0.$host:8008/cluster" | jq -r '.members[] | select(.role == "leader" and .state == "running") | .name') || continue
	[ -n "$leader" ] && break
done
mkdir -p /lab
if [ -n "$leader" ]; then echo "$leader" >/lab/dead; else leader=$(cat /lab/dead); fi
on "$leader" patronictl -c /etc/patroni/config.yml pause --wait harbour || true
# Paused, the agent would leave the database running when it is stopped: it dies first.
on "$leader" sv down patroni
on "$leader" pkill -9 -x patroni || true
on "$leader" pkill -9 -x postgres || true
