lent=$(file desk /srv/desk/lent.log | grep -E '^[0-9a-f]{8}$' | sort -u)
for host in n1 n2 n3; do
	known=$(sql_on "$host" 'set wsrep_sync_wait = 1; select ref from library.loans' | sort)
	[ -n "$known" ] || fail "$host does not say which loans it knows."
	gone=$(comm -23 <(printf '%s\n' "$lent") <(printf '%s\n' "$known") | grep -c .)
	[ "$gone" = 0 ] || fail "$gone loans were confirmed, and $host does not know them. They were on the node that had gone on alone; the cluster was begun from another."
done
pass "Nothing that was confirmed is missing."
