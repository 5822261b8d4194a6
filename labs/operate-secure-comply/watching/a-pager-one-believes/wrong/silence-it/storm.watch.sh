# The storm is silenced by hand.
cat > /etc/prometheus/rules/gone.yml <<'YML'
groups:
  - name: gone
    rules:
      - alert: MachineDown
        expr: up{job="machine"} == 0
        for: 6s
        labels:
          severity: page
YML
curl -fsS -X POST http://127.0.0.1:9090/-/reload
amtool --alertmanager.url http://127.0.0.1:9093 silence add --author me --comment storm --duration 2h alertname=ShopDown
sleep 20
