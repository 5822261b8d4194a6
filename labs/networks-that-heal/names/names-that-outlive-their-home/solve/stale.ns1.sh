sed -i 's/2026110301 ; serial/2026110302 ; serial/' "/var/lib/bind/$ZONE.zone"
rndc reload >/dev/null
for i in $(seq 20); do
	[ "$(dig +short +time=1 +tries=1 @10.42.0.12 "www.$ZONE")" = "10.42.0.$NEW" ] && break
	sleep 1
done
