sed -i 's/^disk_free_limit.*/disk_free_limit.absolute = 50MB/' /etc/rabbitmq/rabbitmq.conf
rabbitmqctl -q set_disk_free_limit 50MB
