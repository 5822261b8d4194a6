conf=$(on resolver named-checkconf -p 2>/dev/null)
[ -n "$conf" ] || fail "The resolver's configuration cannot be read. \`sudo named-checkconf\` on the resolver says why."
block=$(sed -n "/^zone \"$ZONE\"/,/^};/p" <<<"$conf")
for server in 10.43.0.11 10.43.0.12; do
	grep -q "$server" <<<"$block" || fail "For \`$ZONE\`, the resolver is not told of $server."
done
held=$(on resolver rndc showzone "$ZONE" 2>/dev/null || true)
if [ -n "$held" ]; then
	grep -q '10\.43\.0\.11' <<<"$held" && grep -q '10\.43\.0\.12' <<<"$held" ||
		fail "The file names both servers, and the running resolver does not know yet."
fi
pass
