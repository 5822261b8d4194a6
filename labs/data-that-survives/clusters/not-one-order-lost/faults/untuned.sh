sed -i 's/^vm_memory_high_watermark.*/vm_memory_high_watermark.absolute = 200MB/' /etc/rabbitmq/rabbitmq.conf
sv -w 60 restart rabbitmq
for i in $(seq 150); do nc -z 127.0.0.1 5672 && exit 0; sleep 0.5; done
exit 1
