journal=$(sed -n 's/^journal *= *//p' /etc/store.conf)
case "$journal" in
	'' | off) fail "The store keeps its orders in memory only: see /etc/store.conf." ;;
	/*) ;;
	*) fail "The journal must be a whole path, such as /var/lib/store/journal." ;;
esac
credit 0.3 "The settings name a journal."
word=check-$$-$RANDOM
curl -fsS -m 3 -X PUT -d teapot -o /dev/null "http://localhost:$STORE_PORT/orders/$word" ||
	fail "The store does not accept orders just now."
grep -q "$word" "$journal" 2>/dev/null ||
	fail "The store accepted an order and did not write it to $journal. It reads its settings when it starts."
pass "Every accepted order is on the disk."
