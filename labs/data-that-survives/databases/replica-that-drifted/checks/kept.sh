find_primary
[ -s /lab/kept ] || broken "Nobody noted what the replicas had."
gone=$(join -v 1 /lab/kept <(sql_on "$primary" 'select ref from theatre.tickets' | sort) | wc -l)
[ "$gone" = 0 ] || fail "$gone tickets that another replica had received are not on $primary. Compare how far each of them got, before you choose."
pass "Nothing that had been copied anywhere was lost."
