# Both receive; that one of them may not lead is not seen by who looks at the states only.
sed -i "s/password: spring-tide/password: $REPL_PASS/" /etc/patroni/config.yml
sv hup patroni
for i in $(seq 120); do
	[ "$(patronictl list -f json | jq '[.[] | select(.State == "streaming")] | length')" = 2 ] && break
	sleep 1
done
