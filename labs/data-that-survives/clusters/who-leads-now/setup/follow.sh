ln -sfn /etc/sv/patroni /etc/service/patroni
if [ "$EMPTY" = "$LAB_HOST" ]; then
	# It tries in vain, and says so.
	for i in $(seq 300); do grep -q 'authentication failed' /var/log/patroni.log && exit 0; sleep 0.2; done
	exit 1
fi
for i in $(seq 500); do
	curl -fs -m 1 http://127.0.0.1:8008/patroni | grep -q '"replication_state": "streaming"' && exit 0
	sleep 0.2
done
tail -30 /var/log/patroni.log >&2
exit 1
