sv up haproxy
sleep 3
