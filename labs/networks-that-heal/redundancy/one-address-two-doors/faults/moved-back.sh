sed -i 's|10\.41\.0\.12\([12]\):8080|10.41.0.2\1:8080|' /etc/haproxy/haproxy.cfg
sv restart haproxy
