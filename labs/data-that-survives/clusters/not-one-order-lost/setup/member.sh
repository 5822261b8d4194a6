# The second is a member of the first one's cluster: what `rabbitmqctl` does with stop_app, join_cluster and start_app,
# asked of the broker itself, which is quicker. On a busy machine the first answer may come too late, so what counts is
# what both of them say in the end.
for i in $(seq 300); do nc -z 127.0.0.1 5672 && break; sleep 0.3; done
broker() { timeout 40 chpst -u rabbitmq erl_call -sname rabbit@mq2 -c "$COOKIE" -a "$*" || echo "no answer to $*"; }
for try in 1 2 3; do
	broker rabbit stop '[]'
	broker rabbit_db_cluster join '[rabbit@mq1, disc]'
	broker rabbit start '[]'
	for i in $(seq 40); do
		[ "$(broker rabbit_nodes list_running '[]' | grep -o 'rabbit@mq[12]' | sort -u | wc -l)" = 2 ] && nc -z 127.0.0.1 5672 && exit 0
		sleep 0.3
	done
done
tail -20 /var/log/rabbitmq/rabbit@mq2.log >&2
exit 1
