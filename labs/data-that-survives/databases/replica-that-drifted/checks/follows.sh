want=$1
sql 'select 1' >/dev/null || fail "The server on $LAB_HOST does not answer. \`/var/log/mysql/error.log\` says why."
status=$(mariadb -e 'show replica status\G')
host=$(field Master_Host <<<"$status")
[ -n "$host" ] || fail "$LAB_HOST does not follow any server yet."
[ "$host" = "$want" ] || [ "$host" = "$(getent hosts "$want" | cut -d' ' -f1)" ] || fail "$LAB_HOST follows $host, and not $want."
credit 0.3
[ "$(field Using_Gtid <<<"$status")" != No ] || fail "$LAB_HOST follows by file and position. Those mean something on $want only; by GTID it can follow another server tomorrow."
[ "$(field Slave_IO_Running <<<"$status")" = Yes ] || fail "$LAB_HOST gets nothing from $want: $(field Last_IO_Error <<<"$status" | cut -c1-240)"
error=$(field Last_SQL_Error <<<"$status" | cut -c1-240)
[ "$(field Slave_SQL_Running <<<"$status")" = Yes ] || fail "$LAB_HOST receives, but has stopped applying: ${error:-the SQL thread was not started}"
[ "$(sql 'select @@slave_exec_mode')" = STRICT ] || fail "$LAB_HOST overlooks conflicts: \`slave_exec_mode\` is not STRICT. It will drift again, and say nothing."
[ -z "$(sql "select @@slave_skip_errors" | grep -v OFF)" ] || fail "$LAB_HOST skips errors by its configuration. It will drift again, and say nothing."
credit 0.7
before=$(sql 'select max(id) from theatre.tickets') || fail "The threads run, but there is no \`theatre.tickets\` on $LAB_HOST."
for i in 1 2 3 4 5 6 7 8; do
	sleep 1
	[ "$(sql 'select max(id) from theatre.tickets')" -gt "${before:-0}" ] && pass "New tickets arrive on $LAB_HOST."
done
fail "Both threads run, but no new tickets arrive on $LAB_HOST."
