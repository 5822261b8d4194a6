# A port that opens is taken for health.
sed -i 's|^\(\tserver web.*:8080\)$|\1 check inter 1s fall 2 rise 2|' /etc/haproxy/haproxy.cfg
sv restart haproxy
sleep 4
