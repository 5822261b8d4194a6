nft flush ruleset # what the engine keeps there for its own name server, which labs do not use
rndc-confgen -a -u bind >/dev/null 2>&1
install -d -o bind -g bind /run/named
ln -sfn /etc/sv/named /etc/service/named
for i in $(seq 100); do
	dig +dnssec +time=1 +tries=1 @10.43.0.12 "www.$ZONE" | grep -q 'RRSIG' && exit 0
	sleep 0.2
done
echo 'The name server on ns2 has no signed copy of the zone.' >&2
exit 1
