# It hurts while mq1 sees mq2 and does not see mq3.
cookie=$(file mq1 /var/lib/rabbitmq/.erlang.cookie | tr -d '\n')
seen=$(timeout 5 erl_call -sname rabbit@mq1 -c "$cookie" -a 'rabbit_nodes list_running []')
[[ $seen == *rabbit@mq2* && $seen != *rabbit@mq3* ]]
