reachable
[ "$(figure labwright_engine_up)" = 1 ] || fail "The engine is not there yet, so nothing can be said of whether it stays."
on house sh -c 'test -e /etc/service/dockerd/run && ! test -e /etc/service/dockerd/down'
[ $? = 0 ] || fail "Docker runs, and the next start of the machine will leave it down: \`/etc/service/dockerd\` says so. Is there a file too many, or one too few?"
before=$(on house pgrep -ox dockerd)
[ -n "$before" ] || fail "No \`dockerd\` runs on \`house\`."
on house kill -9 "$before"
for _ in $(seq 80); do
	now=$(on house pgrep -ox dockerd)
	[ -n "$now" ] && [ "$now" != "$before" ] && [ "$(figure labwright_engine_up)" = 1 ] && pass "It was killed just now, and came back."
	sleep 0.5
done
fail "Docker was killed just now, as it may be any night, and did not come back by itself. Who would start it again?"
