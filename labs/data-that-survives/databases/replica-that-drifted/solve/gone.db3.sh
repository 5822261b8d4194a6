if [ "$AHEAD" = db3 ]; then
	mariadb -e 'stop replica; reset replica all; set global read_only=0'
	rm /etc/mysql/mariadb.conf.d/95-replica.cnf
else
	mariadb -e "stop replica; change master to master_host='db2'; start replica"
fi
