nft flush ruleset # what the engine keeps there for its own name server, which labs do not use
rndc-confgen -a -u bind >/dev/null 2>&1
dig +short +time=1 +tries=1 DNSKEY "$ZONE" @10.43.0.11 | awk -v zone="$ZONE" '
	BEGIN { print "trust-anchors {" }
	$1 == 257 { key = ""; for (i = 4; i <= NF; i++) key = key $i; printf "\t\"%s.\" static-key %s %s %s \"%s\";\n", zone, $1, $2, $3, key }
	END { print "};" }' >/etc/bind/anchor.conf
grep -q static-key /etc/bind/anchor.conf
install -d -o bind -g bind /run/named
ln -sfn /etc/sv/named /etc/service/named
for i in $(seq 100); do
	dig +adflag +time=1 +tries=1 @10.43.0.53 "www.$ZONE" | grep -Eq 'flags:[a-z ]* ad[ ;]' && exit 0
	sleep 0.2
done
echo 'The resolver does not prove what it says.' >&2
exit 1
