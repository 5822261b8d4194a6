for i in $(seq 60); do
	timeout 4 delv @10.43.0.53 -a /var/lib/probe/anchor "+root=$ZONE" "until$i-$RANDOM.berth.$ZONE" A 2>&1 | grep -q '^; fully validated' && exit 0
	sleep 1
done
exit 1
