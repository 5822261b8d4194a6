# Done with the log switched off, so that no position shows it: a price, a ticket taken back, and one sold by hand under
# a number that the box office is about to use.
[ "$(mariadb -NBe "select count(*) from theatre.tickets where ref = 'byhand00'")" = 0 ] || exit 0
mariadb theatre <<SQL
set sql_log_bin = 0;
update tickets set price = $CHEAP where id = $DRIFT;
delete from tickets where id = $((DRIFT + 11));
insert into tickets (id, ref, seat, price) select max(id) + 6, 'byhand00', 'A1', 0 from tickets;
SQL
for i in $(seq 100); do
	mariadb -e 'show replica status\G' | grep -q 'Slave_SQL_Running: No' && exit 0
	sleep 0.3
done
echo 'db2 did not stumble.' >&2
exit 1
