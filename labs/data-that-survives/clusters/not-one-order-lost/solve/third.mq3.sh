printf '%s' "$COOKIE" >/var/lib/rabbitmq/.erlang.cookie
sv -w 90 restart rabbitmq
for i in $(seq 100); do nc -z 127.0.0.1 5672 && break; sleep 0.5; done
rabbitmqctl -q stop_app
rabbitmqctl -q join_cluster rabbit@mq1
rabbitmqctl -q start_app
