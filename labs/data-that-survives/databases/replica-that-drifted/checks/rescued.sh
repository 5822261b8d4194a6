find_primary
[ -s /lab/stranded ] || broken "Nobody noted what only db1 had."
all=$(grep -c . /lab/stranded)
found=$(sql_on "$primary" 'select ref, seat, price from theatre.tickets' | tr '\t' ' ' | sort | comm -12 - <(sort /lab/stranded) | grep -c .)
[ "$found" -gt 0 ] || fail "Of the $all tickets that only db1 had, none is on $primary with its reference, seat and price. Rescue them before you build db1 anew."
[ "$found" = "$all" ] || fail "$found of the $all tickets that only db1 had are on $primary. Somebody will stand at the door."
pass "All $all are back."
