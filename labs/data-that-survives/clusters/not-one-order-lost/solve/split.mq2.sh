sed -i 's/^cluster_partition_handling = ignore/cluster_partition_handling = pause_minority/' /etc/rabbitmq/rabbitmq.conf
sv -w 90 restart rabbitmq
for i in $(seq 120); do nc -z 127.0.0.1 5672 && break; sleep 0.5; done
