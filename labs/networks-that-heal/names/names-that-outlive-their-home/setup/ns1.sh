nft flush ruleset # what the engine keeps there for its own name server, which labs do not use
rndc-confgen -a -u bind >/dev/null 2>&1
cat > /etc/bind/named.conf <<CONF
options {
	directory "/var/cache/bind";
	listen-on { any; };
	listen-on-v6 { none; };
	recursion no;
	allow-transfer { any; };
	notify yes;
};
zone "$ZONE" {
	type primary;
	file "/var/lib/bind/$ZONE.zone";
};
CONF
cat > "/var/lib/bind/$ZONE.zone" <<ZONE
\$TTL 60
@	IN SOA ns1 hostmaster (
	2026110301 ; serial
	5          ; refresh
	3          ; retry
	15         ; expire
	60 )       ; negative answers
	IN NS	ns1
	IN NS	ns2
ns1	IN A	10.42.0.11
ns2	IN A	10.42.0.12
www	IN A	10.42.0.$OLD
ZONE
chown -R bind:bind /var/lib/bind
install -d -o bind -g bind /run/named
ln -sfn /etc/sv/named /etc/service/named
for i in $(seq 75); do
	[ "$(dig +short +time=1 +tries=1 @10.42.0.11 "www.$ZONE")" = "10.42.0.$OLD" ] && exit 0
	sleep 0.2
done
echo 'The name server on ns1 does not answer.' >&2
exit 1
