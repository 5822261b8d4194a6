answers 127.0.0.1 5433 || fail "The shop cannot reach its own stock list on 127.0.0.1:5433. What comes over \`lo\` comes from this machine."
pass
