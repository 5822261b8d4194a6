# Two beats within the time we listen, of an alert that fires while all is well.
count() { on pager grep -c '"path": "/heartbeat' /srv/heard.jsonl; }
first=$(count)
[ "${first:-0}" -gt 0 ] || fail "Nothing has ever reached \`http://pager:9099/heartbeat\`."
credit 0.5
for i in $(seq 20); do
	sleep 2
	now=$(count)
	[ "$now" -gt "$first" ] && pass "It beats."
done
fail "There was a beat, and no other for forty seconds. Whoever waits for the next one must not have to wait for long: look at \`repeat_interval\` and \`group_interval\` of its route."
