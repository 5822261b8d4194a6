ln -s /etc/sv/web /etc/service/web
for _ in $(seq 60); do curl -fsS -o /dev/null http://localhost:8080/ && break; sleep 0.5; done
