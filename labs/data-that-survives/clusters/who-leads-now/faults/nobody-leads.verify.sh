# It hurts when nobody takes writes, now and for longer than a fail-over takes.
for i in $(seq 10); do
	if PGPASSWORD=$WATCH_PASS PGCONNECT_TIMEOUT=2 psql -XAtq \
		"host=10.64.0.11,10.64.0.12,10.64.0.13 dbname=harbour user=watch target_session_attrs=read-write" -c 'select 1' >/dev/null 2>&1
	then exit 1; fi
	sleep 3
done
