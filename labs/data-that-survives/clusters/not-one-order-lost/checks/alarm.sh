for node in mq1 mq2 mq3; do
	serves "$node" || fail "\`$node\` serves nobody."
done
alarms=$(ask mq1 "$(words '[io_lib:format("~p", [A]) || A <- rabbit_alarm:get_alarms()]')")
[ -z "$alarms" ] || fail "An alarm stands: \`$alarms\`. As long as it does, nobody may publish, on any of the three."
credit 0.5
for node in mq1 mq2 mq3; do
	written=$(file "$node" /etc/rabbitmq/rabbitmq.conf | sed -n 's/^[[:space:]]*vm_memory_high_watermark\.absolute[[:space:]]*=[[:space:]]*\([0-9]*\).*/\1/p' | tail -1)
	[ -z "$written" ] || [ "$written" -ge 150 ] || fail "There is no alarm now, but \`rabbitmq.conf\` of \`$node\` still says ${written} MB, less than a broker at rest: it will be back after the next restart."
done
[ "$(runs mq1)" = 'rabbit@mq1 rabbit@mq2 rabbit@mq3' ] || fail "\`mq1\` sees only \`$(runs mq1)\`."
pass "Three brokers, and nobody is held up."
