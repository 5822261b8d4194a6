copies=
for server in ns1:10.42.0.11 ns2:10.42.0.12; do
	ask AXFR "$ZONE" "@${server#*:}" | grep -q 'IN[[:space:]]*A[[:space:]]' && copies="$copies ${server%:*}"
done
[ -z "$copies" ] || fail "The desk asked for the whole zone, and got it from$copies. Mind that the second server hands out copies, too."
[ -n "$(serial 10.42.0.12)" ] || fail "Nobody gets a copy any more, and \`ns2\` has lost its own: it does not answer for \`$ZONE\`."
pass
