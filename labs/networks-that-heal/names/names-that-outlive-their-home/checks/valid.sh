keys=$(ask +short DNSKEY "$ZONE" @10.42.0.12 | awk '$1 == 257')
[ -n "$keys" ] || fail "\`ns2\` knows no key of the zone \`$ZONE\`: asked for DNSKEY, it has none that signs keys."
anchors=$(mktemp)
trap 'rm -f "$anchors"' EXIT
{
	echo 'trust-anchors {'
	awk -v zone="$ZONE" '{ key = ""; for (i = 4; i <= NF; i++) key = key $i; printf "\t\"%s.\" static-key %s %s %s \"%s\";\n", zone, $1, $2, $3, key }' <<<"$keys"
	echo '};'
} >"$anchors"
said=$(timeout 8 delv @10.42.0.12 -a "$anchors" "+root=$ZONE" "www.$ZONE" A 2>&1)
grep -q 'fully validated' <<<"$said" || fail "The signature on \`www.$ZONE\` does not hold: $(grep -m1 '^;; ' <<<"$said" | cut -c1-140)"
pass
