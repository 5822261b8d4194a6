# Advice from a page about another database, and then the process ends.
grep -q innodb_redo_log_capacity /srv/cloud/mariadb.cnf || \
	sed -i 's/^innodb_buffer_pool_size.*/&\ninnodb_redo_log_capacity = 128M/' /srv/cloud/mariadb.cnf
pkill -KILL -x mariadbd || true
