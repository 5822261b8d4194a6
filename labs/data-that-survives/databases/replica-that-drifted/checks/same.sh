# Compares up to the last ticket that both have; what is under way does not count.
primary=$1; shift
for replica in "$@"; do
	last=$(sql_on "$replica" 'select max(id) from theatre.tickets')
	[ "${last:-NULL}" != NULL ] || fail "There are no tickets on $replica."
	there=$(sql_on "$primary" 'select max(id) from theatre.tickets')
	[ "${there:-NULL}" != NULL ] || fail "$primary does not answer, so nobody knows what is right."
	[ "$last" -le "$there" ] || last=$there
	ask="select id, ref, seat, price, sold from theatre.tickets where id <= $last order by id"
	apart=$(diff <(sql_on "$primary" "$ask") <(sql_on "$replica" "$ask") | grep -c '^[<>]')
	[ "$apart" = 0 ] || fail "$replica differs from $primary: of the tickets that both should have, $apart lines are not the same on the two."
	credit 0.5
done
pass "The same tickets, at the same prices."
