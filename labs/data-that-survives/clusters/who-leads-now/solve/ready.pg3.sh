sed -i -e "s/password: spring-tide/password: $REPL_PASS/" -e 's/nofailover: true/nofailover: false/' /etc/patroni/config.yml
sv hup patroni
for i in $(seq 120); do
	[ "$(patronictl list -f json | jq '[.[] | select(.State == "streaming" and .Tags == null)] | length')" = 2 ] && break
	sleep 1
done
