mkdir -p /etc/sv/valley
printf '#!/bin/sh\nDEAF=%s exec chpst -u nobody python3 /opt/valley/valley.py\n' "$DEAF" >/etc/sv/valley/run
chmod 755 /etc/sv/valley/run
ln -sfn /etc/sv/valley /etc/service/valley
for i in $(seq 75); do
	curl -fsS -m 1 -o /dev/null http://127.0.0.1:8000/ 2>/dev/null && exit 0
	sleep 0.2
done
echo 'The valley does not answer.' >&2
exit 1
