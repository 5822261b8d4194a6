# Everything goes to the team.
sed -i 's/localhost:9094/localhost:9093/' /etc/prometheus/prometheus.yml
sed -i 's/severity: page/severity: ticket/' /etc/prometheus/rules/machines.yml
cat > /etc/prometheus/rules/shop.yml <<'YML'
groups:
  - name: shop
    rules:
      - alert: ShopDown
        expr: up{job="shop"} == 0
        for: 10s
        labels:
          severity: page
        annotations:
          summary: 'The shop at {{ $labels.instance }} does not answer'
YML
cat > /etc/prometheus/alertmanager.yml <<YML
route:
  receiver: team
  group_by: [alertname]
  group_wait: 1s
  group_interval: 5s
  repeat_interval: 1h
  routes: []

receivers:
  - name: tickets
    webhook_configs:
      - url: http://pager:9099/ticket
  - name: team
    webhook_configs:
      - url: http://pager:9099/page/$TEAM
YML
curl -fsS -X POST http://127.0.0.1:9093/-/reload
curl -fsS -X POST http://127.0.0.1:9090/-/reload
sleep 25
