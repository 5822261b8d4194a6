if ip -o -4 address show to "10.41.0.$VIP" | grep -q inet; then
	sv down haproxy
fi
exit 0
