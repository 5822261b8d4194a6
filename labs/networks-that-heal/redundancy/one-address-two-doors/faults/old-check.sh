sed -i '/http-check expect status 204/d' /etc/haproxy/haproxy.cfg
sv restart haproxy
