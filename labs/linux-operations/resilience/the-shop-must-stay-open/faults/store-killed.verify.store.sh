! curl -fsS -m 2 -X PUT -d x -o /dev/null "http://localhost:$STORE_PORT/orders/fault-check"
