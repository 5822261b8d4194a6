# Until the cluster has noticed that pg1 is gone.
for i in $(seq 90); do
	for host in 12 13; do
		[ "$(curl -fs -m 2 "http://10.64.0.$host:8008/cluster" | jq '[.members[] | select(.state == "streaming")] | length')" = 1 ] && exit 0
	done
	sleep 1
done
exit 1
