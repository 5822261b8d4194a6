# Until the broker serves clients.
for i in $(seq 300); do nc -z 127.0.0.1 5672 && exit 0; sleep 0.3; done
tail -30 /var/log/rabbitmq/service.log >&2
exit 1
