# Until all three are one cluster again: one leads, two receive.
for i in $(seq 150); do
	for host in 11 12 13; do
		[ "$(curl -fs -m 2 "http://10.64.0.$host:8008/cluster" | jq '[.members[] | select(.state == "streaming")] | length')" = 2 ] && exit 0
	done
	sleep 1
done
exit 1
