# Until all three brokers see each other and serve clients.
cookie=$(file mq2 /var/lib/rabbitmq/.erlang.cookie | tr -d '\n')
sees() {
	nc -z -w 2 "10.67.0.1${1#mq}" 5672 2>/dev/null || return 1
	timeout 5 erl_call -sname "rabbit@$1" -c "$cookie" -a 'rabbit_nodes list_running []' 2>/dev/null | grep -o 'rabbit@mq[123]' | sort -u | wc -l
}
for i in $(seq 150); do
	all=yes
	for node in mq1 mq2 mq3; do [ "$(sees "$node")" = 3 ] || all=no; done
	[ "$all" = yes ] && exit 0
	sleep 1
done
echo 'The three brokers do not come together.' >&2
exit 1
