# Until the word of mq2's alarm has reached mq1, where the wards are connected.
cookie=$(file mq1 /var/lib/rabbitmq/.erlang.cookie | tr -d '\n')
for i in $(seq 60); do
	[[ $(timeout 5 erl_call -sname rabbit@mq1 -c "$cookie" -a 'rabbit_alarm get_alarms []' 2>/dev/null) == *memory* ]] && exit 0
	sleep 0.5
done
echo 'mq1 knows of no alarm.' >&2
exit 1
