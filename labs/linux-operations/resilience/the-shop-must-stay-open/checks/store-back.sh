old=$(pgrep -o -f '^/usr/bin/python3 /opt/shop/store') || fail "The store does not run."
ls -d /etc/service/*/ 2>/dev/null | xargs -rn1 sv status 2>/dev/null | grep -q "pid $old)" ||
	fail "The store runs, but nobody would start it again: no service in /etc/service has its process ($old)."
credit 0.5 "The store is watched over."
kill -KILL "$old"
for _ in $(seq 20); do
	sleep 0.5
	curl -fsS -m 2 -X PUT -d x -o /dev/null "http://localhost:$STORE_PORT/orders/back" && pass "Killed, and back within seconds."
done
fail "After its process was killed the store did not come back within ten seconds."
