sed -i 's|^journal *=.*|journal = /var/lib/store/journal|' /etc/store.conf
pkill -KILL -f '^/usr/bin/python3 /opt/shop/store'
setsid /opt/shop/store </dev/null >/var/log/store.log 2>&1 &
for _ in $(seq 60); do curl -sS -m 2 -o /dev/null "http://localhost:$STORE_PORT/orders/none" && break; sleep 0.5; done
