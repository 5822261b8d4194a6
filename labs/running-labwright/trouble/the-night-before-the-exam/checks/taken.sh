reachable
# Somebody answers every few seconds: one of those answers has to be kept while we look.
before=$(wc -l </srv/town/accepted)
for _ in $(seq 60); do
	[ "$(wc -l </srv/town/accepted)" -gt "$before" ] && break
	sleep 0.5
done
more=$(($(wc -l </srv/town/accepted) - before))
# First what was accepted, then what is there: what comes in between is there anyway.
cut -d' ' -f3- /srv/town/accepted | sort >"/tmp/accepted.$$"
trap 'rm -f "/tmp/accepted.$$" "/tmp/there.$$"' EXIT
on house sqlite3 -readonly $data/labwright.db "select answer from attempts where answer like 'entry % of %-$MARK'" >"/tmp/there.$$" 2>/dev/null ||
	fail "There is no database in \`$data\` that could be read."
sort -o "/tmp/there.$$" "/tmp/there.$$"
all=$(wc -l <"/tmp/accepted.$$")
missing=$(comm -23 "/tmp/accepted.$$" "/tmp/there.$$" | wc -l)
[ "$all" -gt 0 ] || broken "Nothing was accepted at all."
[ "$missing" = 0 ] || fail "Of $all answers that $OWL was told are kept, $missing are gone. They had been in the database when you came."
[ "$more" -gt 0 ] || fail "Nothing is lost, but $OWL has answered in vain for half a minute. What is $OWL told? The log of the platform has it."
pass "Answers are taken again, and all $all of $OWL are there."
