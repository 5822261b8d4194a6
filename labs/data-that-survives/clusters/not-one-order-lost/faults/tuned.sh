# A sizing sheet for another machine: a watermark below what a broker needs at rest.
sed -i 's/^vm_memory_high_watermark.*/vm_memory_high_watermark.absolute = 40MB/' /etc/rabbitmq/rabbitmq.conf
grep -q '^vm_memory_high_watermark.absolute = 40MB' /etc/rabbitmq/rabbitmq.conf || echo 'vm_memory_high_watermark.absolute = 40MB' >> /etc/rabbitmq/rabbitmq.conf
sv -w 60 restart rabbitmq
for i in $(seq 150); do
	erl_call -sname rabbit@mq2 -c "$(cat /var/lib/rabbitmq/.erlang.cookie)" -a 'rabbit_alarm get_alarms []' 2>/dev/null | grep -q memory && exit 0
	sleep 0.5
done
echo 'No alarm was raised.' >&2
exit 1
