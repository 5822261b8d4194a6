pkill -KILL -f '^/usr/bin/python3 /opt/shop/store' || true
setsid /opt/shop/store </dev/null >/var/log/store.log 2>&1 &
for _ in $(seq 60); do curl -sS -m 2 -o /dev/null "http://localhost:$STORE_PORT/orders/none" && exit 0; sleep 0.5; done
exit 1
