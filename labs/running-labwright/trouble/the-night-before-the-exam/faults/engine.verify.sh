curl -fs -m 10 -H "Authorization: Bearer $METRICS" "http://house:$PORT/metrics" | grep -qx 'labwright_engine_up 0'
