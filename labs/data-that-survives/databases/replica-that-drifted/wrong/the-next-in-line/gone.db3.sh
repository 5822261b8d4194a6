# The one that is behind is promoted, and the one that is ahead is made to fit.
if [ "$AHEAD" = db3 ]; then
	mariadb -e 'stop replica; reset master'
	(
		echo 'set sql_log_bin = 0;'
		mariadb-dump -h db2 -u repl -p"$REPL_PASS" --single-transaction --master-data=1 --gtid --databases theatre
	) | mariadb
	mariadb -e "change master to master_host='db2'; start replica"
else
	mariadb -e 'stop replica; reset replica all; set global read_only=0'
	rm /etc/mysql/mariadb.conf.d/95-replica.cnf
fi
