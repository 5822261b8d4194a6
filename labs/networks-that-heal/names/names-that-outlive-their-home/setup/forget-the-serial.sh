# The site has moved. The record was changed, the number was not.
sed -i "s/^www\tIN A\t.*/www\tIN A\t10.42.0.$NEW/" "/var/lib/bind/$ZONE.zone"
rndc reload >/dev/null
for i in $(seq 50); do
	[ "$(dig +short @10.42.0.11 "www.$ZONE")" = "10.42.0.$NEW" ] && exit 0
	sleep 0.2
done
exit 1
