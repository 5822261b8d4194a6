# What is down, and may it be up? What does the broker wait for? What does the database say of its settings?
rm -f /srv/cloud/services/nova-conductor/down
sv up nova-conductor
sed -i 's/^disk_free_limit.*/disk_free_limit.absolute = 50MB/' /etc/rabbitmq/rabbitmq.conf
sed -i '/^innodb_redo_log_capacity/d' /srv/cloud/mariadb.cnf
for _ in $(seq 200); do (exec 3<>/dev/tcp/controller/3306) 2>/dev/null && break; sleep 0.3; done
rabbitmqctl -q set_disk_free_limit 50MB
