reachable
said=$(page "$LEARNER" "$PASSWORD" /attempts) || fail "$said"
grep -qF "$MARK" <<<"$said" || fail "$LEARNER can sign in, and what they wrote is not there."
credit 0.5
file town /srv/town/accepted | grep '^new ' | tail -400 | cut -d' ' -f3- | sort >"/tmp/accepted.$$"
trap 'rm -f "/tmp/accepted.$$" "/tmp/there.$$"' EXIT
on new sqlite3 -readonly $data/labwright.db "select answer from attempts where answer like 'entry % of %-$MARK'" 2>/dev/null | sort >"/tmp/there.$$"
[ -s "/tmp/accepted.$$" ] || fail "$OWL has not written on \`new\` yet."
missing=$(comm -23 "/tmp/accepted.$$" "/tmp/there.$$" | wc -l)
[ "$missing" = 0 ] || fail "$missing entries that $OWL has written on \`new\` are gone."
pass "Everybody is there, and so is all that was written since."
