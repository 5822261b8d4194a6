# It hurts while nothing answers. A store that is watched over may be back already: then it is young.
if ! curl -fsS -m 2 -X PUT -d x -o /dev/null "http://localhost:$STORE_PORT/orders/fault-check"; then exit 0; fi
[ "$(ps -o etimes= -p "$(pgrep -of '^/usr/bin/python3 /opt/shop/store')")" -lt 6 ]
