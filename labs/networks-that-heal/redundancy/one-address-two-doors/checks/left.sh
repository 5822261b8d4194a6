answering=0
for host in lb1 lb2; do
	on "$host" sv status haproxy | grep -q '^run:' && answering=$((answering + 1))
done
[ "$answering" -lt 2 ] || fail "The balancer runs on both machines. Started by hand, it helps tonight; the next time nobody will be there. Stop it again where it was stopped: \`sudo sv down haproxy\`."
[ "$answering" -eq 1 ] || fail "The balancer runs on neither machine."
pass
