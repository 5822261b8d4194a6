# Until mq3 has noticed that it is alone, or has stopped to serve.
cookie=$(file mq3 /var/lib/rabbitmq/.erlang.cookie | tr -d '\n')
for i in $(seq 80); do
	said=$(timeout 5 erl_call -sname rabbit@mq3 -c "$cookie" -a 'rabbit_nodes list_running []' 2>/dev/null)
	[ "$said" = '[rabbit@mq3]' ] && exit 0
	nc -z -w 2 10.67.0.13 5672 || exit 0
	sleep 1
done
echo "mq3 still sees others: $said" >&2
exit 1
