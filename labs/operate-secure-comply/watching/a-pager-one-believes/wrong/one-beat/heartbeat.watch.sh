# One beat, and the next in four hours.
cat > /etc/prometheus/rules/heartbeat.yml <<'YML'
groups:
  - name: heartbeat
    rules:
      - alert: Heartbeat
        expr: vector(1)
        labels:
          severity: none
YML
sed -i -e 's|^  routes:|&\n    - matchers: [alertname="Heartbeat"]\n      receiver: heartbeat\n      group_interval: 5s\n      repeat_interval: 4h|' \
	-e 's|^receivers:|&\n  - name: heartbeat\n    webhook_configs:\n      - url: http://pager:9099/heartbeat|' /etc/prometheus/alertmanager.yml
curl -fsS -X POST http://127.0.0.1:9093/-/reload
curl -fsS -X POST http://127.0.0.1:9090/-/reload
sleep 12
