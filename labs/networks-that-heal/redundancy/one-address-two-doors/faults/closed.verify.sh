# Closed when three visitors in a row get nothing.
for i in 1 2 3; do
	! curl -fsS -m 1 -o /dev/null "http://10.41.0.$VIP/" 2>/dev/null || exit 1
	sleep 0.5
done
