nft flush ruleset # what the engine keeps there for its own name server, which labs do not use
rndc-confgen -a -u bind >/dev/null 2>&1
chown -R bind:bind /var/lib/bind
install -d -o bind -g bind /run/named
ln -sfn /etc/sv/named /etc/service/named
for i in $(seq 100); do
	dig +dnssec +time=1 +tries=1 @10.43.0.11 "www.$ZONE" | grep -q 'RRSIG' && exit 0
	sleep 0.2
done
echo 'The name server on ns1 does not give signed answers.' >&2
exit 1
