sed -i "s/web2:$TYPO/web2:9100/" /etc/prometheus/prometheus.yml
curl -fsS -X POST http://127.0.0.1:9090/-/reload
sleep 6
