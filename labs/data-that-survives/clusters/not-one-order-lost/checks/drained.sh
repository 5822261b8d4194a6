node=$(first)
[ -n "$node" ] || fail "No broker serves clients."
queue=$(setting ward QUEUE)
for try in 1 2; do
	said=$(ask "$node" "case rabbit_amqqueue:lookup(rabbit_misc:r(<<\"/\">>, queue, <<\"$queue\">>)) of
		{ok, Q} -> [{messages, M}, {consumers, C}] = rabbit_amqqueue:info(Q, [messages, consumers]), io_lib:format(\"~p ~p\", [M, C]);
		_ -> \"none\" end")
	[ -z "$said" ] || break
	sleep 2
done
[ "$said" != none ] || fail "There is no queue \`$queue\`."
[ -n "$said" ] || fail "\`$queue\` gives no answer: its members are choosing a leader, or are too few to do so."
[ "${said#* }" -gt 0 ] || fail "Nobody takes from \`$queue\`, and ${said% *} orders wait in it."
credit 0.5
[ "${said% *}" -lt 40 ] || fail "The laboratory is at work; ${said% *} orders still wait for it."
pass "The laboratory takes orders as they come."
