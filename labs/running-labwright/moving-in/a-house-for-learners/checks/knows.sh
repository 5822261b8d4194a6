reachable
said=$(page "$LEARNER" "$PASSWORD" /attempts) || fail "$said"
credit 0.5 "$LEARNER can sign in."
grep -qF "$MARK" <<<"$said" || fail "$LEARNER can sign in, and what they wrote is not there."
said=$(page keeper "$OPERATOR_PASSWORD" /operator) || fail "$said"
pass "$LEARNER finds everything as it was, and the operator is the old one."
