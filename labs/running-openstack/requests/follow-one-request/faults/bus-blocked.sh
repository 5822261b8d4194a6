# A limit that was meant to be in megabytes. Who is connected may stay, and may not send.
sed -i 's/^disk_free_limit.*/disk_free_limit.absolute = 500000GB/' /etc/rabbitmq/rabbitmq.conf
rabbitmqctl -q set_disk_free_limit 500000GB
