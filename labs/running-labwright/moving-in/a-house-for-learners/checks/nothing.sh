reachable
# First what was accepted, then what is there: what comes in between is there anyway.
file town /srv/town/accepted >"/tmp/accepted.$$" || broken "The list of what was accepted cannot be read."
trap 'rm -f "/tmp/accepted.$$" "/tmp/there.$$"' EXIT
cut -d' ' -f3- "/tmp/accepted.$$" | sort >"/tmp/accepted.$$.texts"
on new sqlite3 -readonly $data/labwright.db "select answer from attempts where answer like 'entry % of %-$MARK'" >"/tmp/there.$$" 2>/dev/null ||
	fail "There is no database in \`$data\` on \`new\`, or it has no entries."
sort -o "/tmp/there.$$" "/tmp/there.$$"
all=$(wc -l <"/tmp/accepted.$$.texts")
missing=$(comm -23 "/tmp/accepted.$$.texts" "/tmp/there.$$" | wc -l)
rm -f "/tmp/accepted.$$.texts"
[ "$all" -gt 0 ] || broken "Nothing was accepted at all."
[ "$missing" = 0 ] || fail "$OWL has written $all entries that were accepted, and $missing of them are not on \`new\`. What was written after the backup is not in it."
credit 0.7 "All $all entries are there."
[ "$(tail -1 "/tmp/accepted.$$" | cut -d' ' -f1)" = new ] || fail "All are there, but $OWL has not written on \`new\` yet. Give it a few seconds; if it lasts, forms are not taken there."
pass "All $all entries of $OWL are there, the newest written on \`new\`."
