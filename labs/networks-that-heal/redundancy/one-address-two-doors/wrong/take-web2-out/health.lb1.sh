# The sick server is struck from the list.
sed -i '/web2/d' /etc/haproxy/haproxy.cfg
sv restart haproxy
sleep 3
