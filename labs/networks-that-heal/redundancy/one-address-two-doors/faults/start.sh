sv up haproxy
for i in $(seq 50); do
	curl -s -m 1 -o /dev/null http://127.0.0.1/ && exit 0
	sleep 0.2
done
exit 1
