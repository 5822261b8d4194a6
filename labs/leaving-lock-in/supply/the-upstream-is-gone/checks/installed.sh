have=$(on desk dpkg-query -W -f '${Package} ${Version} ${db:Status-Abbrev}\n' "$VENDOR-desk" 2>/dev/null)
[ -n "$have" ] || fail "\`$VENDOR-desk\` is not installed on \`desk\` yet."
grep -q "^$VENDOR-desk $wanted ii" <<<"$have" || fail "\`desk\` has $have; it should have $wanted, installed and configured."
credit 0.6
said=$(on desk "$VENDOR-desk" 2>&1)
grep -qF "Desk $wanted, $SEED: open." <<<"$said" || fail "It is installed and does not open: $(head -n 1 <<<"$said" | cut -c1-120)"
pass
