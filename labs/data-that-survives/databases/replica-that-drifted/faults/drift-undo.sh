mariadb theatre <<SQL
stop replica;
set sql_log_bin = 0;
delete from tickets where ref = 'byhand00';
update tickets set price = 18 + $DRIFT % 5 * 4 where id = $DRIFT;
SQL
mariadb -e 'start replica'
