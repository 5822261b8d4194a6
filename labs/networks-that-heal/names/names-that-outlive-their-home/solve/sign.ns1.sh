sed -i 's|^\ttype primary;|&\n\tdnssec-policy default;|' /etc/bind/named.conf
rndc reconfig >/dev/null
for i in $(seq 60); do
	dig +dnssec +time=1 +tries=1 "www.$ZONE" @10.42.0.12 | grep -q RRSIG && break
	sleep 0.5
done
