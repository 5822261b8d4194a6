for host in $(hosts); do
	on "$host" bash -c '[ ! -e /etc/mysql/mariadb.conf.d/99-tuning.cnf ] || rm /etc/mysql/mariadb.conf.d/99-tuning.cnf'
done
