find_primary
other=db2; [ "$primary" = db2 ] && other=db3
status=$(on "$other" mariadb -e 'show replica status\G')
host=$(field Master_Host <<<"$status")
case $host in
	"$primary" | 10.61.0.1"${primary#db}") ;;
	'') fail "$other follows nobody. If $primary dies now, everything is gone." ;;
	*) fail "$other still follows $host, and not $primary." ;;
esac
credit 0.4
[ "$(field Using_Gtid <<<"$status")" != No ] || fail "$other follows $primary by file and position. Use GTID."
[ "$(field Slave_IO_Running <<<"$status")" = Yes ] || fail "$other gets nothing from $primary: $(field Last_IO_Error <<<"$status" | cut -c1-240)"
[ "$(field Slave_SQL_Running <<<"$status")" = Yes ] || fail "$other has stopped applying: $(field Last_SQL_Error <<<"$status" | cut -c1-240)"
want=$(sql_on "$primary" 'select max(id) from theatre.tickets')
for i in 1 2 3 4 5; do
	[ "$(sql_on "$other" 'select max(id) from theatre.tickets')" -ge "${want:-1}" ] && pass "$other has what $primary has."
	sleep 1
done
fail "$other follows $primary, but is behind and does not catch up."
