# The night begins with pg1 as leader, whatever somebody has tried before, and with two that follow it closely.
cluster() {
	for host in 11 12 13; do curl -fs -m 2 "http://10.64.0.$host:8008/cluster" && return; done
}
leader() { cluster | jq -r '.members[] | select(.role == "leader" and .state == "running") | .name'; }
following() { cluster | jq '[.members[] | select(.role != "leader" and .state == "streaming" and (.lag // 1) == 0)] | length'; }
for i in $(seq 150); do
	now=$(leader)
	if [ "$now" = pg1 ]; then [ "$(following)" = 2 ] && exit 0
	elif [ -n "$now" ] && [ "$(following)" = 2 ]; then
		on "$now" patronictl -c /etc/patroni/config.yml switchover harbour --leader "$now" --candidate pg1 --force || true
	fi
	sleep 1
done
cluster >&2
exit 1
