mariadb -e 'stop replica'
(
	echo 'set sql_log_bin = 0;'
	mariadb-dump -h db1 -u repl -p"$REPL_PASS" --single-transaction --master-data=1 --gtid --databases theatre | sed 's/^SET GLOBAL gtid_slave_pos/RESET MASTER; &/'
) | mariadb
mariadb -e 'start replica'
