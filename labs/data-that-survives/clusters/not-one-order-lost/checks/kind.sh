node=$(first)
[ -n "$node" ] || fail "No broker serves clients."
queue=$(setting ward QUEUE)
[ -n "$queue" ] || fail "There is no line \`QUEUE=…\` in \`/etc/orders/ward.conf\`."
said=$(ask "$node" "case rabbit_amqqueue:lookup(rabbit_misc:r(<<\"/\">>, queue, <<\"$queue\">>)) of
	{ok, Q} -> case proplists:get_value(type, rabbit_amqqueue:info(Q, [type])) of
		quorum -> [\"quorum \", lists:join(\" \", [atom_to_list(N) || N <- lists:sort(proplists:get_value(members, rabbit_amqqueue:info(Q, [members])))])];
		T -> io_lib:format(\"~p \", [T]) end;
	_ -> \"none \" end")
case $said in
	quorum\ *) ;;
	none*) fail "There is no queue \`$queue\`, to which the wards order, at the moment. What do they complain of in \`/srv/orders/errors.log\`?" ;;
	*classic*) fail "The wards' queue, \`$queue\`, is a classic one: durable or not, with a policy or without, it lives on one machine. Since RabbitMQ 4.0 nothing mirrors it." ;;
	*stream*) fail "\`$queue\` is a stream: what was read stays in it, and the laboratory would begin anew each time." ;;
	*) fail "\`$queue\` gives no answer: its members are choosing a leader, or are too few to do so." ;;
esac
credit 0.5
for member in mq1 mq2 mq3; do
	grep -qw "rabbit@$member" <<<"$said" || fail "\`$queue\` has no member on \`$member\`: it was declared when that was not there, or for fewer. \`rabbitmq-queues grow\` adds one."
done
[ "$(setting laboratory QUEUE)" = "$queue" ] || fail "The wards order to \`$queue\`, and the laboratory takes from \`$(setting laboratory QUEUE)\`."
pass "Each order is on two machines before it counts, and on three soon after."
