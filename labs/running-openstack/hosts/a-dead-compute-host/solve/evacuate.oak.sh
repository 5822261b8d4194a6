# Until both guests have come up: all that oak runs say so on their consoles.
for _ in $(seq 110); do
	[ "$(cat /srv/cloud/data/nova/instances/*/console.log 2>/dev/null | grep -c 'is ready')" -ge 3 ] && break
	sleep 1
done
