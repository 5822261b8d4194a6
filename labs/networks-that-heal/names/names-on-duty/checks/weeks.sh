for server in ns1:10.43.0.11 ns2:10.43.0.12; do
	expire=$(soa "${server#*:}" 6)
	if [ "${server%:*}" = ns2 ] && [ -n "$expire" ] && [ "$expire" -lt 1209600 ]; then
		for i in $(seq 6); do sleep 1; expire=$(soa 10.43.0.12 6); [ "${expire:-0}" -lt 1209600 ] || break; done
	fi
	[ -n "$expire" ] || fail "\`${server%:*}\` does not answer for \`$ZONE\`."
	[ "$expire" -ge 1209600 ] || {
		[ "${server%:*}" = ns1 ] && fail "\`ns1\` still says that the zone expires $expire seconds after it was last heard of. A machine can take two weeks to come."
		fail "\`ns1\` says it, and \`ns2\` goes by an older copy, with $expire seconds. Serials: $(soa 10.43.0.11 3) on \`ns1\`, $(soa 10.43.0.12 3) on \`ns2\`."
	}
	[ "$expire" -le 5000000 ] || fail "\`${server%:*}\` says $expire seconds, which is more than eight weeks: long after the last signature has run out. Two to four weeks are the custom."
	credit 0.4
done
pass
