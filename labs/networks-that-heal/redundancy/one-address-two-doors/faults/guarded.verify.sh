for i in $(seq 20); do
	on lb1 ip -o -4 address show to "10.41.0.$VIP" | grep -q inet &&
		on lb2 ip -o -4 address show to "10.41.0.$VIP" | grep -q inet && exit 0
	sleep 1
done
exit 1
