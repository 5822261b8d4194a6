# The answer is put right where it is wrong, and the next change is lost as well.
sed -i -e 's/type secondary;/type primary;/' -e '/primaries {/d' -e "s|$ZONE.copy|$ZONE.zone|" /etc/bind/named.conf
printf '$TTL 60\n@ IN SOA ns1 hostmaster ( 2026110301 5 3 15 60 )\n IN NS ns1\n IN NS ns2\nns1 IN A 10.42.0.11\nns2 IN A 10.42.0.12\nwww IN A 10.42.0.%s\n' "$NEW" > "/var/cache/bind/$ZONE.zone"
rndc reconfig
sleep 2
