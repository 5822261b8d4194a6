pkill -KILL -x haproxy || true
ln -sfn /etc/sv/haproxy /etc/service/haproxy
for _ in $(seq 60); do curl -fsS -m 2 -o /dev/null "http://localhost/hello?solve" && break; sleep 0.5; done
