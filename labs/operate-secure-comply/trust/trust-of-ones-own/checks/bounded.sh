fetch_root
said=$(extension "$root" nameConstraints)
[ -n "$said" ] || fail "It may speak for every name there is. Whoever gets at its key can be any bank to your tills; \`nameConstraints\` keeps it in the house."
grep -q critical <<<"$said" || fail "\`nameConstraints\` is not marked \`critical\`: who does not understand it would overlook it."
permitted=$(sed -n 's/.*Permitted:\(.*\)/\1/p' <<<"$said" | sed 's/Excluded:.*//' | grep -o 'DNS:[^ ,]*' | sort -u)
[ -n "$permitted" ] || fail "\`nameConstraints\` permits no domain by name."
grep -qvx "DNS:\.\?$HOUSE\.example" <<<"$permitted"
[ $? = 1 ] || fail "It permits more than the house: $(grep -vx "DNS:\.\?$HOUSE\.example" <<<"$permitted" | head -1)."
pass "It can speak for $HOUSE.example, and for nobody else."
