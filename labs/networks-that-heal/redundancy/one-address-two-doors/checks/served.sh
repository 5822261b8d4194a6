sold=$(tickets 10.41.0.11 10)
[ "$sold" -gt 0 ] || fail "Of ten visitors at \`lb1\` nobody got a ticket. Does the balancer run? \`sudo sv status haproxy\` tells."
[ "$sold" -eq 10 ] || fail "Of ten visitors at \`lb1\` only $sold got a ticket. The others were sent to a server that says it is unfit."
pass "Ten visitors, ten tickets."
