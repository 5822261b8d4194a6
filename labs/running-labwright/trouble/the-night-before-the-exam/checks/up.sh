reachable
# Docker tells what is free on its machine; the engine in memory has none. Asked for a while: it may just have been killed to
# see whether it comes back.
for _ in $(seq 45); do
	figures=$(curl -fs -m 10 -H "Authorization: Bearer $METRICS" "http://house:$PORT/metrics")
	engine=$(sed -n 's/^labwright_engine_up //p' <<<"$figures")
	[ "$engine" = 1 ] && grep -q '^labwright_free_bytes{of="disk"}' <<<"$figures" && pass "Docker answers, and the platform knows it."
	[ "$SECONDS" -lt 40 ] || break
	sleep 0.8
done
[ "$engine" = 1 ] || fail "The platform says that its engine does not answer (\`labwright_engine_up\` of \`/metrics\`). What does \`/var/log/dockerd.log\` say last?"
fail "The platform says that an engine answers, and that one knows of no machine: it is not Docker. An engine of toys starts no lab in the morning."
