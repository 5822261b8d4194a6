for host in pg1 pg2 pg3; do on "$host" sv up etcd patroni >/dev/null; done
on pg1 patronictl -c /etc/patroni/config.yml resume --wait harbour || true
for i in $(seq 120); do
	for host in 11 12 13; do
		[ "$(curl -fs -m 2 "http://10.64.0.$host:8008/cluster" | jq '[.members[] | select(.state == "streaming")] | length')" = 2 ] && exit 0
	done
	sleep 1
done
exit 1
