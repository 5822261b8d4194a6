# Over when the copy has expired.
for i in $(seq 60); do
	dig +time=1 +tries=1 "www.$ZONE" @10.42.0.12 | grep -q 'status: NOERROR' || exit 0
	sleep 1
done
exit 1
