[ -s /srv/outbox/affected.txt ] || fail "There is nothing in \`/srv/outbox/affected.txt\` yet: one release on each line."
named=$(tr -d ' \t\r' </srv/outbox/affected.txt | grep . | sort -u)
next=$((SERIES + 1)).0
strange=$(grep -vxF -e "$SERIES.0" -e "$SERIES.1" -e "$SERIES.2" -e "$next" <<<"$named" | head -1)
[ -z "$strange" ] || fail "\`$strange\` is no release of ours. One on each line, by its number."
grep -qxF "$next" <<<"$named" && fail "\`$next\` is on the list, and has the mended version: customers would be told to replace what is sound."
grep -qxF "$SERIES.0" <<<"$named" || fail "\`$SERIES.0\` is missing. Its version begins with 1.9, and nine is less than ${MINOR}."
credit 0.4
grep -qxF "$SERIES.2" <<<"$named" || fail "\`$SERIES.2\` is missing. Look at its version to the last letter: what does \`~\` mean to Debian?"
credit 0.6
grep -qxF "$SERIES.1" <<<"$named" || fail "One release is missing that has no package of \`$LIB\`. Is it not in the box, or does only the record not know of it?"
pass "Three of four releases, and the reason for each."
