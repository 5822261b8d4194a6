# It hurts while mq1 knows of an alarm: nobody may publish, on any of the three.
cookie=$(file mq1 /var/lib/rabbitmq/.erlang.cookie | tr -d '\n')
timeout 5 erl_call -sname rabbit@mq1 -c "$cookie" -a 'rabbit_alarm get_alarms []' | grep -q memory
