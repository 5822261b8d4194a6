setsid /opt/web </dev/null >/dev/null 2>&1 &
for _ in $(seq 60); do curl -fsS -o /dev/null http://localhost:8080/ && exit 0; sleep 0.5; done
exit 1
