node=$(first)
[ -n "$node" ] || fail "No broker serves clients."
queue=$(setting ward QUEUE)
said=$(ask "$node" "case rabbit_amqqueue:lookup(rabbit_misc:r(<<\"/\">>, queue, <<\"$queue\">>)) of
	{ok, Q} -> [{messages, M}, {consumers, C}] = rabbit_amqqueue:info(Q, [messages, consumers]), io_lib:format(\"~p ~p\", [M, C]);
	_ -> \"none\" end")
[ "$said" != none ] || fail "There is no queue \`$queue\`."
[ -n "$said" ] || broken "The queue could not be asked."
[ "${said#* }" -gt 0 ] || fail "Nobody takes from \`$queue\`, and ${said% *} orders wait in it."
credit 0.5
[ "${said% *}" -lt 40 ] || fail "The laboratory is at work; ${said% *} orders still wait for it."
pass "The laboratory takes orders as they come."
