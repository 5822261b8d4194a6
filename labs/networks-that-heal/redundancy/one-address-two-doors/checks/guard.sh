rules=$(on lb2 nft list ruleset)
grep -q 'hook input' <<<"$rules" && grep 'hook input' <<<"$rules" | grep -q 'policy drop' ||
	fail "The filter on \`lb2\` is gone, or lets everything in. Whoever put it there had a reason; let in what the pair needs and nothing more."
on visitor nc -z -w 2 10.41.0.12 9999 && fail "\`lb2\` answers on a port that nobody opened."
grep -Eq '(vrrp|112).*accept|224\.0\.0\.18.*accept' <<<"$rules" || fail "The filter on \`lb2\` has no rule that lets VRRP in."
pass
