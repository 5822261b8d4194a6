[ "$(setting ward CONFIRM)" = yes ] || fail "A ward notes an order when it has sent it, whether anybody has it or not: \`CONFIRM\` in \`/etc/orders/ward.conf\`."
node=$(first)
[ -n "$node" ] || fail "No broker serves clients."
said=$(ask "$node" "$(words '[case {C, N} of {true, 0} -> "confirmed"; {_, 0} -> "sent"; _ -> "takes" end || [{user, <<"ward">>}, {confirm, C}, {consumer_count, N}] <- rabbit_channel:info_all([user, confirm, consumer_count])]')")
case $said in
	'') fail "No ward is connected at the moment." ;;
	*sent*) fail "The settings are right, but the ward that is connected still does not ask for the broker's word: it read them when it started." ;;
esac
pass "An order stands in the list when two brokers have it."
