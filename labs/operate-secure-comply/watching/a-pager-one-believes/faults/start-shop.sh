sv up shop
for i in $(seq 50); do
	nc -z 127.0.0.1 "$SHOPPORT" && exit 0
	sleep 0.2
done
exit 1
