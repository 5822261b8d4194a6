nft flush ruleset # what the engine keeps there for its own name server, which labs do not use
rndc-confgen -a -u bind >/dev/null 2>&1
cat > /etc/bind/named.conf <<CONF
options {
	directory "/var/cache/bind";
	listen-on { any; };
	listen-on-v6 { none; };
	recursion no;
	allow-transfer { any; };
	min-refresh-time 4;
	min-retry-time 2;
};
zone "$ZONE" {
	type secondary;
	primaries { 10.42.0.11; };
	file "/var/cache/bind/$ZONE.copy";
};
CONF
install -d -o bind -g bind /run/named
ln -sfn /etc/sv/named /etc/service/named
for i in $(seq 75); do
	[ "$(dig +short +time=1 +tries=1 @10.42.0.12 "www.$ZONE")" = "10.42.0.$OLD" ] && exit 0
	sleep 0.2
done
echo 'The name server on ns2 has no copy of the zone.' >&2
exit 1
