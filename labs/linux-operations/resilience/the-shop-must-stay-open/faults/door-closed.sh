pkill -KILL -x haproxy
