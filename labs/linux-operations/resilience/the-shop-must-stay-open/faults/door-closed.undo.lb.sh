setsid haproxy -W -db -f /etc/haproxy/haproxy.cfg </dev/null >/var/log/haproxy-by-hand.log 2>&1 &
for _ in $(seq 60); do curl -fsS -m 2 -o /dev/null "http://localhost/hello?undo" && exit 0; sleep 0.5; done
exit 1
