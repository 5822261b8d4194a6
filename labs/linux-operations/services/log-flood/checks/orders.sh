for _ in 1 2 3 4 5 6 7 8; do
	curl -fsS -m 3 "http://127.0.0.1:$PORT/" 2>/dev/null | grep -q 'orders: ready' && pass
	sleep 0.25
done
fail "Nothing takes orders on port $PORT. The service \`orders\` must run."
