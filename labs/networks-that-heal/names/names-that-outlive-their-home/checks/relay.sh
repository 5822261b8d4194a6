arrived() { [ "$(ask +short "relay.$ZONE" @10.42.0.12)" = "10.42.0.$RELAY" ]; }
if [ -n "$(serial 10.42.0.11)" ]; then
	got=$(ask +short "relay.$ZONE" @10.42.0.11)
	[ "$got" = "10.42.0.$RELAY" ] || fail "\`ns1\` says \`${got:-nothing}\` for \`relay.$ZONE\`."
	credit 0.5
fi
within 5 arrived || fail "\`ns1\` knows \`relay.$ZONE\`, and \`ns2\` says \`$(ask +short "relay.$ZONE" @10.42.0.12)\`. The new record has not been copied."
pass
