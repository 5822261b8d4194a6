reachable
name=guest-$(date +%s | tail -c 7)$RANDOM
said=$(node /usr/local/lib/town/newcomer.mjs "house:$PORT" "${name:0:20}") || fail "Somebody new comes to the exam: $said"
credit 0.6 "A newcomer can sign up and answer."
said=$(page "$LEARNER" "$PASSWORD" /attempts) || fail "$said"
grep -qF "$MARK" <<<"$said" || fail "$LEARNER can sign in, and what they wrote is not there."
pass "A newcomer can sign up and answer, and $LEARNER finds all work."
