# It hurts while mq3 serves clients, sees nobody, and the emergency ward places no order.
cookie=$(file mq3 /var/lib/rabbitmq/.erlang.cookie | tr -d '\n')
nc -z -w 2 10.67.0.13 5672
[ "$(timeout 5 erl_call -sname rabbit@mq3 -c "$cookie" -a 'rabbit_nodes list_running []')" = '[rabbit@mq3]' ]
placed() { file hospital /srv/orders/ordered.log | grep -c '^E-'; }
before=$(placed)
sleep 4
[ "$(placed)" = "$before" ]
