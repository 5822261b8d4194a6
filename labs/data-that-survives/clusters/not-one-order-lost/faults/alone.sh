# Until mq3 and mq1 have noticed that they no longer see each other; mq3 may have stopped to serve by then.
cookie=$(file mq3 /var/lib/rabbitmq/.erlang.cookie | tr -d '\n')
sees() { timeout 5 erl_call -sname "rabbit@$1" -c "$cookie" -a 'rabbit_nodes list_running []' 2>/dev/null | grep -q "rabbit@$2"; }
for i in $(seq 80); do
	sees mq1 mq2 && ! sees mq1 mq3 && ! sees mq3 mq1 && exit 0
	sleep 1
done
echo 'mq1 and mq3 still see each other.' >&2
exit 1
