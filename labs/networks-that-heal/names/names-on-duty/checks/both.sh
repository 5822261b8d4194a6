conf=$(on resolver named-checkconf -p 2>/dev/null)
[ -n "$conf" ] || fail "The resolver's configuration cannot be read. \`sudo named-checkconf\` on the resolver says why."
block=$(sed -n "/^zone \"$ZONE\"/,/^};/p" <<<"$conf")
for server in 10.43.0.11 10.43.0.12; do
	grep -q "$server" <<<"$block" || fail "For \`$ZONE\`, the resolver is not told of $server."
done
taken=$(date -d "$(on resolver rndc status 2>/dev/null | sed -n 's/^last configured: //p')" +%s 2>/dev/null)
[ -n "$taken" ] || fail "The resolver's name server does not answer \`rndc\` at the moment."
[ "$taken" -ge "$(on resolver stat -c %Y /etc/bind/named.conf)" ] ||
	fail "The file names both servers, and the running resolver has not read it since."
pass
