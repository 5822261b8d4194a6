[ -d /etc/service/search ] || fail "There is no service \`search\` in \`/etc/service\` on \`bench\`."
last() { grep -a '^search: ' /var/log/search.log 2>/dev/null | tail -1 | tr -d '\r'; }
old=$(last)
for look in $(seq 80); do
	now=$(last)
	[ -n "$now" ] && [ "$now" != "$old" ] && break
	sleep 0.5
done
[ -s /var/log/search.log ] || fail "Nothing has arrived in \`/var/log/search.log\`: that is where its console is to go."
[ -n "$now" ] || fail "The console in \`/var/log/search.log\` has no word of the search engine. It ends with: $(tail -c 160 /var/log/search.log | tr -d '\r' | tr '\n' ' ')"
case $now in
	*'must be'*) fail "The search engine says: ${now#search: }." ;;
esac
[ "$now" != "$old" ] || fail "It was ready once, and has not said so for forty seconds."
areas=$(sed -n 's/.*, \([0-9]*\) areas.*/\1/p' <<<"$now")
[ "${areas:-0}" -ge "$AREAS" ] || fail "It runs with ${areas:-unknown} areas, and wants $AREAS."
pgrep -f 'qemu-system-x86_64 -M pc.*-serial stdio' >/dev/null || fail "Something writes into the log, and no virtual machine is running but the computer itself."
pass "${now#search: }"
