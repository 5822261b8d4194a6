for host in lb1 lb2; do
	config=$(file "$host" /etc/keepalived/keepalived.conf) || fail "There is no \`/etc/keepalived/keepalived.conf\` on \`$host\`."
	config=$(sed 's/[#!].*//' <<<"$config")
	grep -Eq '^[[:space:]]*vrrp_script[[:space:]]' <<<"$config" || fail "keepalived on \`$host\` has no \`vrrp_script\`: it does not ask whether the balancer there works."
	grep -Eq '^[[:space:]]*track_(script|process)[[:space:]]*\{' <<<"$config" || fail "keepalived on \`$host\` knows a script and does not act upon it: there is no \`track_script\` in the instance."
	on "$host" pgrep -x keepalived >/dev/null || fail "keepalived does not run on \`$host\`."
done
pass
