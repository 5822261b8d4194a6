open_file=$(find /proc/[0-9]*/fd -lname '/var/log/orders/access.log (deleted)' -print -quit 2>/dev/null) || true
cp "$open_file" /srv/rescue/access.log
sv -w 10 restart orders
for _ in $(seq 50); do curl -fsS -m 1 -o /dev/null "http://127.0.0.1:$PORT/" && break || sleep 0.1; done
