sed -i -e "s/- targets: \['web1:9100', 'web2:9100'\]/- { targets: ['web1:9100'], labels: { host: web1 } }\n      - { targets: ['web2:9100'], labels: { host: web2 } }/" \
	-e "s/- targets: \['web1:$SHOPPORT', 'web2:$SHOPPORT'\]/- { targets: ['web1:$SHOPPORT'], labels: { host: web1 } }\n      - { targets: ['web2:$SHOPPORT'], labels: { host: web2 } }/" /etc/prometheus/prometheus.yml
cat > /etc/prometheus/rules/gone.yml <<'YML'
groups:
  - name: gone
    rules:
      - alert: MachineDown
        expr: up{job="machine"} == 0
        for: 6s
        labels:
          severity: page
        annotations:
          summary: '{{ $labels.host }} does not answer'
YML
cat >> /etc/prometheus/alertmanager.yml <<'YML'

inhibit_rules:
  - source_matchers: [alertname="MachineDown"]
    target_matchers: [alertname!="MachineDown"]
    equal: [host]
YML
curl -fsS -X POST http://127.0.0.1:9093/-/reload
curl -fsS -X POST http://127.0.0.1:9090/-/reload
sleep 25
