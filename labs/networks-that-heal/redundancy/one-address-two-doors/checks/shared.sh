sold=$(tickets "$vip" 6)
[ "$sold" -gt 0 ] || fail "Nobody sells tickets at \`$vip\`."
[ "$sold" -eq 6 ] || fail "At \`$vip\` six visitors asked and $sold got a ticket."
pass
