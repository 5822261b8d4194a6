# Loaded on a machine of the same making that nobody else uses; what comes out is compared with what runs.
file=$(file gate /etc/nftables.conf) || fail "There is no \`/etc/nftables.conf\` yet."
running=$(on gate nft -s list ruleset)
[ -n "$running" ] || fail "Nothing runs at the moment: \`nft list ruleset\` prints nothing."
loaded=$(on crowd bash -c '
	printf "%s\n" "$1" >/run/loaded.nft
	nft -f /run/loaded.nft 2>&1 >/dev/null || exit 3
	nft -s list ruleset
	nft flush ruleset' loaded "$file")
case $? in
	0) ;;
	3) fail "On a machine that has just started, \`/etc/nftables.conf\` cannot be loaded: $(head -1 <<<"$loaded")" ;;
	*) broken "The machine that tries the file did not answer: $loaded" ;;
esac
missing=$(diff <(printf '%s\n' "$running") <(printf '%s\n' "$loaded") | sed -n 's/^[<>][[:space:]]*//p' | head -1)
[ "$running" = "$loaded" ] || fail "Loaded, the file gives something else than what runs. The first difference: \`${missing:0:160}\`"
pass "What is in the file is what runs."
