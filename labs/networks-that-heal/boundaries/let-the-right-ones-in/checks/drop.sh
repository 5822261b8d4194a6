rules=$(/usr/sbin/nft list ruleset 2>/dev/null)
[ -n "$rules" ] || fail "There are no rules at all yet: \`nft list ruleset\` prints nothing."
case $rules in *'hook input'*) ;; *) fail "There is no chain with \`hook input\` yet. What comes in is asked there." ;; esac
echo "$rules" | grep 'hook input' | grep -q 'policy drop' ||
	fail "The chain at \`hook input\` has the policy \`accept\`: what no rule mentions gets in. A port opened next month would be open to everybody."
pass
