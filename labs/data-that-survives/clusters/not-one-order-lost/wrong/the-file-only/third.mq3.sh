# The file is right; the broker has read it when it started, and has not been started again.
printf '%s' "$COOKIE" >/var/lib/rabbitmq/.erlang.cookie
rabbitmqctl -q join_cluster rabbit@mq1 || true
