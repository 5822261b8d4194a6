if [ -n "$(serial 10.42.0.11)" ]; then
	first=$(ask +short "www.$ZONE" @10.42.0.11)
	[ "$first" = "10.42.0.$NEW" ] || fail "\`ns1\` itself says \`${first:-nothing}\` for \`www.$ZONE\`. The site is at 10.42.0.$NEW."
	within 5 alike
	together=$?
	second=$(ask +short "www.$ZONE" @10.42.0.12)
	[ "$second" = "10.42.0.$NEW" ] || fail "\`ns2\` says \`${second:-nothing}\` for \`www.$ZONE\`, while \`ns1\` says \`$first\`. The serials are $(serial 10.42.0.12) and $(serial 10.42.0.11)."
	[ $together = 0 ] || fail "The answers are the same, but the serials are not: $(serial 10.42.0.11) on \`ns1\`, $(serial 10.42.0.12) on \`ns2\`. The next change will not arrive."
	[ "$(serial 10.42.0.11)" != 2026110301 ] || fail "The answers are the same, under the same serial as before. Whoever else has a copy will keep the old one."
else
	second=$(ask +short "www.$ZONE" @10.42.0.12)
	[ "$second" = "10.42.0.$NEW" ] || fail "\`ns1\` is gone, and \`ns2\` says \`${second:-nothing}\` for \`www.$ZONE\`."
fi
pass
