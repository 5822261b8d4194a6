sed -i 's/^cluster_partition_handling = ignore/cluster_partition_handling = pause_minority/' /etc/rabbitmq/rabbitmq.conf
sv -w 90 restart rabbitmq
