find_primary
status=$(on db1 mariadb -e 'show replica status\G')
host=$(field Master_Host <<<"$status")
case $host in
	"$primary" | 10.61.0.1"${primary#db}") ;;
	'') fail "db1 follows nobody. Whoever writes there writes into another truth." ;;
	*) fail "db1 follows $host, and not $primary." ;;
esac
credit 0.3
[ "$(field Using_Gtid <<<"$status")" != No ] || fail "db1 follows by file and position. Use GTID."
[ "$(field Slave_IO_Running <<<"$status")" = Yes ] || fail "db1 gets nothing from $primary: $(field Last_IO_Error <<<"$status" | cut -c1-240)"
[ "$(field Slave_SQL_Running <<<"$status")" = Yes ] || fail "db1 has stopped applying: $(field Last_SQL_Error <<<"$status" | cut -c1-240)"
credit 0.6
want=$(sql_on "$primary" 'select max(id) from theatre.tickets')
for i in 1 2 3 4 5; do
	[ "$(sql_on db1 'select max(id) from theatre.tickets')" -ge "${want:-1}" ] && break
	sleep 1
done
ask="select id, ref, seat, price, sold from theatre.tickets where id <= ${want:-0} order by id"
apart=$(diff <(sql_on "$primary" "$ask") <(sql_on db1 "$ask") | grep -c '^[<>]')
[ "$apart" = 0 ] || fail "db1 follows, but $apart lines differ from $primary: it still has its own version of the evening. Build it anew from a copy."
pass "db1 is a replica like any other."
