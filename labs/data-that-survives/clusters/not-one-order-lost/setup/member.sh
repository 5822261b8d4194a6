# The second is a member of the first one's cluster: what `rabbitmqctl` does with stop_app, join_cluster and start_app,
# asked of the broker itself, which is quicker.
for i in $(seq 300); do nc -z 127.0.0.1 5672 && break; sleep 0.3; done
broker() { chpst -u rabbitmq erl_call -sname rabbit@mq2 -c "$COOKIE" -a "$*"; }
broker rabbit stop '[]'
broker rabbit_db_cluster join '[rabbit@mq1, disc]'
broker rabbit start '[]'
for i in $(seq 100); do broker rabbit_nodes list_running '[]' | grep -q 'mq1.*mq2\|mq2.*mq1' && nc -z 127.0.0.1 5672 && exit 0; sleep 0.3; done
tail -20 /var/log/rabbitmq/rabbit@mq2.log >&2
exit 1
