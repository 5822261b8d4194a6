if [ -n "$(serial 10.42.0.11)" ]; then
	got=$(ask +short "relay.$ZONE" @10.42.0.11)
	[ "$got" = "10.42.0.$RELAY" ] || fail "\`ns1\` says \`${got:-nothing}\` for \`relay.$ZONE\`."
	credit 0.5
fi
got=$(ask +short "relay.$ZONE" @10.42.0.12)
[ "$got" = "10.42.0.$RELAY" ] || fail "\`ns1\` knows \`relay.$ZONE\`, and \`ns2\` says \`${got:-nothing}\`. The new record has not been copied."
pass
