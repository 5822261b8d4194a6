[ -s /etc/nftables.conf ] || fail "There is nothing in \`/etc/nftables.conf\`. That is the file which is loaded when the machine starts."
message=$(nft -c -f /etc/nftables.conf 2>&1) || fail "\`/etc/nftables.conf\` cannot be loaded: $(head -1 <<<"$message")"
credit 0.5
grep -Eq '^[[:space:]]*(flush ruleset|(destroy|delete|flush) table )' /etc/nftables.conf ||
	fail "The file only adds to what is there: loaded twice, every rule is there twice. Begin it with \`flush ruleset\`."
pass
