[ -n "$(serial 10.42.0.11)" ] || fail "\`ns1\` does not answer at the moment."
ask AXFR "$ZONE" @10.42.0.11 | grep -q 'IN[[:space:]]*A[[:space:]]' &&
	fail "From this machine, 10.42.0.12, anybody gets a copy without a key. An address is easily borrowed; ask for the key."
credit 0.5
named-checkconf -p 2>/dev/null | grep -q "key \"$KEYNAME\"" ||
	fail "In the configuration of \`ns2\` there is no key called \`$KEYNAME\`."
within 6 alike || fail "\`ns2\` no longer gets the zone: its serial is $(serial 10.42.0.12), that of \`ns1\` is $(serial 10.42.0.11). Its log says why; \`sudo rndc retransfer $ZONE\` tries at once."
pass
