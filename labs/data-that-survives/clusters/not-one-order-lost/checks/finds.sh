for who in ward laboratory; do
	brokers=$(setting "$who" BROKERS | tr ',' ' ' | sed 's/10\.67\.0\.1\([123]\)/mq\1/g')
	[ -n "$brokers" ] || fail "There is no line \`BROKERS=…\` in \`/etc/orders/$who.conf\`."
	for node in mq1 mq2 mq3; do
		[[ " $brokers " == *" $node "* ]] || fail "\`/etc/orders/$who.conf\` does not name \`$node\`. A cluster that survives helps only who knows all of it."
	done
done
credit 0.5
node=$(first)
[ -n "$node" ] || fail "No broker serves clients."
users=$(ask "$node" "$(words 'lists:usort([U || [{user, U}] <- rabbit_networking:connection_info_all([user])])')")
for who in ward laboratory; do
	[[ " $users " == *" $who "* ]] || fail "The settings are right, but no \`$who\` is connected: they are read when the service starts."
done
pass "Wards and laboratory are connected, and know where else to go."
