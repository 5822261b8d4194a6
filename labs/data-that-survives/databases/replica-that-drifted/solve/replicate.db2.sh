(
	echo 'set sql_log_bin = 0;'
	mariadb-dump -h db1 -u repl -p"$REPL_PASS" --single-transaction --master-data=1 --gtid --databases theatre
) | mariadb
mariadb -e "change master to master_host='db1', master_user='repl', master_password='$REPL_PASS', master_use_gtid=slave_pos; start replica; set global read_only=1"
printf '[mariadbd]\nread_only = on\n' >/etc/mysql/mariadb.conf.d/95-replica.cnf
