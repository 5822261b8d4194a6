# Started by hand with settings that leave the bad file out. It sells, until the machine starts again.
sv down mariadb
cat $(ls /etc/mysql/mariadb.conf.d/*.cnf | grep -v 99-tuning) >/root/works.cnf
install -d -o mysql -g mysql /run/mysqld
setsid mariadbd --defaults-file=/root/works.cnf --user=mysql </dev/null >/dev/null 2>&1 &
for i in $(seq 100); do mariadb-admin ping >/dev/null 2>&1 && exit 0; sleep 0.4; done
exit 1
