sets=$(nft -j list sets 2>/dev/null | jq -c '.nftables[].set // empty')
[ -n "$sets" ] || fail "There is no set yet: \`nft list sets\` prints none."
held=$(jq -r 'select(.elem) | .elem[] | if type == "object" then (.elem.val // (.prefix.addr)? // empty) else . end' <<<"$sets" 2>/dev/null)
grep -qx "10.40.1.$NOISY" <<<"$held" || fail "There is a set, but the address of the nuisance is not an element of it."
credit 0.5
name=$(jq -r --arg a "10.40.1.$NOISY" 'select(.elem) | select([.elem[] | if type == "object" then .elem.val else . end] | index($a)) | .name' <<<"$sets" | head -1)
nft list ruleset | grep -Eq "saddr @$name .*drop" || fail "The set \`$name\` holds the address, but no rule drops what comes from \`@$name\`."
nft list ruleset | grep -Fq "saddr 10.40.1.$NOISY" && fail "Besides the set there is still a rule with the address in it. Take it out; the next nuisance should need no rule."
pass
