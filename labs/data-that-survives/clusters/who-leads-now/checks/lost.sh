find_leader
[ -s /lab/lost ] || broken "What was lost that night is not known here."
named=$(file office /srv/bookings/lost.txt) || fail "There is no \`/srv/bookings/lost.txt\` on office yet."
named=$(printf '%s\n' "$named" | tr -d ' \t\r' | grep . | sort -u)
missing=$(comm -23 /lab/lost <(printf '%s\n' "$named") | grep -c .)
extra=$(comm -13 /lab/lost <(printf '%s\n' "$named") | grep -c .)
[ "$missing" = 0 ] || fail "$missing bookings were confirmed to boats, are unknown to \`$leader\`, and are not in your list."
credit 0.5
[ "$extra" = 0 ] || fail "$extra lines of your list are no lost bookings."
pass "These boats believe that they have a berth."
