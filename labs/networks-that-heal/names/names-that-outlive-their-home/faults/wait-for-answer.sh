# The secondary asks again within seconds of its primary's return.
for i in $(seq 40); do
	dig +time=1 +tries=1 "www.$ZONE" @10.42.0.12 | grep -q 'status: NOERROR' && exit 0
	sleep 2
done
exit 1
