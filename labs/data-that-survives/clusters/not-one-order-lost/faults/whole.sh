# A broker that has stood apart under `ignore` is restarted, so that it begins with what the others know.
sees() { erl_call -sname rabbit@mq3 -c "$(cat /var/lib/rabbitmq/.erlang.cookie)" -a 'rabbit_nodes list_running []' 2>/dev/null | grep -o 'rabbit@mq[123]' | sort -u | wc -l; }
# A moment, for it to see them by itself.
for i in 1 2 3 4 5; do [ "$(sees)" = 3 ] && exit 0; sleep 1; done
sv -w 60 restart rabbitmq
for i in $(seq 90); do [ "$(sees)" = 3 ] && exit 0; sleep 1; done
exit 1
