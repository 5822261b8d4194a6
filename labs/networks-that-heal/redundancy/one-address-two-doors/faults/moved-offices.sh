# A list of addresses was renumbered, and the offices were not.
sed -i 's|10\.41\.0\.2\([12]\):8080|10.41.0.12\1:8080|' /etc/haproxy/haproxy.cfg
sv restart haproxy
for i in $(seq 40); do curl -fsS -m 1 -o /dev/null http://127.0.0.1/ 2>/dev/null || break; sleep 0.5; done
