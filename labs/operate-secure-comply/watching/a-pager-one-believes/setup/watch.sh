# A monitoring system as it was left: half blind, loud about nothing, and talking to nobody.
mkdir -p /etc/prometheus/rules
cat > /etc/prometheus/prometheus.yml <<YML
global:
  scrape_interval: 2s
  scrape_timeout: 1s
  evaluation_interval: 2s

alerting:
  alertmanagers:
    - static_configs:
        - targets: ['localhost:9094']

rule_files:
  - /etc/prometheus/rules/*.yml

scrape_configs:
  - job_name: machine
    static_configs:
      - targets: ['web1:9100', 'web2:$TYPO']
  - job_name: shop
    static_configs:
      - targets: ['web1:$SHOPPORT', 'web2:$SHOPPORT']
YML
cat > /etc/prometheus/rules/machines.yml <<'YML'
groups:
  - name: machines
    rules:
      - alert: HighLoad
        expr: node_load1 >= 0
        labels:
          severity: page
        annotations:
          summary: 'High load on {{ $labels.instance }}'
YML
cat > /etc/prometheus/alertmanager.yml <<'YML'
route:
  receiver: everybody
  group_by: [alertname]
  group_wait: 1s
  group_interval: 5s
  repeat_interval: 1h

receivers:
  - name: everybody
    webhook_configs:
      - url: http://pager:9099/page/everybody
        send_resolved: false
YML
echo '10.45.0.90 pager' >> /etc/hosts
ln -sfn /etc/sv/prometheus /etc/service/prometheus
ln -sfn /etc/sv/alertmanager /etc/service/alertmanager
for i in $(seq 200); do
	curl -fsS -m 1 -o /dev/null http://127.0.0.1:9090/-/ready 2>/dev/null && curl -fsS -m 1 -o /dev/null http://127.0.0.1:9093/-/ready 2>/dev/null && exit 0
	sleep 0.2
done
echo 'Prometheus or the Alertmanager did not start.' >&2
exit 1
