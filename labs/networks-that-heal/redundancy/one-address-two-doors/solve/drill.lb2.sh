# As it was known to work: the offices where they are, and fit when they say so.
sed -i -e '/http-check expect/d' -e 's|server web1 [0-9.]*:|server web1 10.41.0.21:|' -e 's|server web2 [0-9.]*:|server web2 10.41.0.22:|' /etc/haproxy/haproxy.cfg
haproxy -q -c -f /etc/haproxy/haproxy.cfg
sv restart haproxy
