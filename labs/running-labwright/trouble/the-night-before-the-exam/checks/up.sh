reachable
for _ in $(seq 30); do
	[ "$(figure labwright_engine_up)" = 1 ] && break
	sleep 0.5
done
[ "$(figure labwright_engine_up)" = 1 ] || fail "The platform says that its engine does not answer (\`labwright_engine_up\` of \`/metrics\`). What does \`/var/log/dockerd.log\` say last?"
credit 0.3
# Docker tells what is free on its machine. The engine in memory has no machine.
[ -n "$(figure 'labwright_free_bytes{of="disk"}')" ] || fail "The platform says that an engine answers, and that one knows of no machine: it is not Docker. An engine of toys starts no lab in the morning."
pass "Docker answers, and the platform knows it."
