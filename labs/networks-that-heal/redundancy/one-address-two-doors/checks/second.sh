sold=$(tickets 10.41.0.12 6)
[ "$sold" -gt 0 ] || fail "Nobody answers at \`lb2\`, 10.41.0.12, on port 80."
[ "$sold" -eq 6 ] || fail "\`lb2\` sells $sold tickets to six visitors. Does it ask its servers how they are, as \`lb1\` does?"
pass
