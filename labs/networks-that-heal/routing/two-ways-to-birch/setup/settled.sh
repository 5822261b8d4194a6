# Over when birch and cedar have found each other.
for i in $(seq 100); do
	birdc show protocols cedar | grep -q Established && exit 0
	sleep 0.3
done
birdc show protocols all cedar >&2
exit 1
