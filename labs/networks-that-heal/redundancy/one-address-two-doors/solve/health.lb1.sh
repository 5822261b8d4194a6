sed -i -e 's|^\tbalance roundrobin|&\n\toption httpchk GET /health|' -e 's|^\(\tserver web.*:8080\)$|\1 check inter 1s fall 2 rise 2|' /etc/haproxy/haproxy.cfg
haproxy -c -f /etc/haproxy/haproxy.cfg
sv restart haproxy
sleep 4
