# A week of a sports club: payments, a dump each night, and on the last day a statement without a WHERE. The same is done
# beside it without that statement, in a database that is taken away afterwards: that is how it should be.
cat > /etc/mysql/mariadb.conf.d/90-club.cnf <<'CNF'
[mariadbd]
server_id = 1
log_bin = binlog
sync_binlog = 0
innodb_flush_log_at_trx_commit = 2
CNF
ln -sfn /etc/sv/mariadb /etc/service/mariadb
for i in $(seq 300); do mariadb-admin ping >/dev/null 2>&1 && break; sleep 0.2; done
install -d -m 755 /srv/backup /srv/backup/binlog
RANDOM=$((16#${SEED:0:4}))
for database in club truth; do
	echo "create database $database; use $database;"
	echo 'create table members (id int primary key, name varchar(30) not null, balance int not null);'
	echo 'create table payments (id int auto_increment primary key, ref char(8) not null, member int not null, amount int not null);'
done | (echo 'set sql_log_bin = 0;'; cat) | mariadb
for i in $(seq 90); do printf "insert into DB.members values (%d, 'Member %03d', %d);\n" "$i" "$i" $((RANDOM % 90 + 10)); done > /root/members
(echo 'set sql_log_bin = 0;'; sed 's/DB/club/' /root/members; sed 's/DB/truth/' /root/members) | mariadb
# What the day's work of number $1 to $2 is, one transaction each.
work() {
	for i in $(seq "$1" "$2"); do
		ref=$(printf '%s' "$SEED-$i" | md5sum | cut -c1-8) member=$((RANDOM % 90 + 1)) amount=$((RANDOM % 40 + 5))
		printf "begin; insert into DB.payments (ref, member, amount) values ('%s', %d, %d); update DB.members set balance = balance + %d where id = %d; commit;\n" \
			"$ref" "$member" "$amount" "$amount" "$member"
	done > /root/work
	sed 's/DB/club/g' /root/work | mariadb
	(echo 'set sql_log_bin = 0;'; sed 's/DB/truth/g' /root/work) | mariadb
	mariadb -e 'flush no_write_to_binlog binary logs' 2>/dev/null || mariadb -e 'flush local binary logs'
}
dump() { mariadb-dump --single-transaction --master-data=2 --gtid --databases club; }
mariadb -e 'reset master'
work 1 25
dump | gzip > /srv/backup/club-2026-03-07.sql.gz
work 26 55
dump | gzip > /srv/backup/club-2026-03-08.sql.gz
work 56 84
dump > /root/dump
if [ "$GOOD" = 09 ]; then gzip < /root/dump; else head -c $(($(stat -c %s /root/dump) * 7 / 10)) /root/dump | gzip; fi > /srv/backup/club-2026-03-09.sql.gz
work 85 103
dump > /root/dump
head -c 3300 /root/dump | gzip > /srv/backup/club-2026-03-10.sql.gz
work 104 $((BAD - 1))
dump | gzip > /root/dump
head -c 1900 /root/dump > /srv/backup/club-2026-03-11.sql.gz
mariadb club -e 'update members set balance = 0'
work $((BAD + 1)) $((BAD + 37))
for day in 07 08 09 10 11; do touch -d "2026-03-$day 02:00" "/srv/backup/club-2026-03-$day.sql.gz"; done
cp /var/lib/mysql/binlog.[0-9][0-9][0-9][0-9][0-9][0-9] /srv/backup/binlog/
chmod -R a+rX /srv/backup
mariadb -NBe 'select * from truth.members order by id; select ref, member, amount from truth.payments order by ref' > /root/truth
mariadb -e 'set sql_log_bin = 0; drop database truth'
rm -f /root/members /root/work /root/dump
mkdir -p /etc/sv/rsync
printf '[backup]\npath = /srv/backup\nread only = yes\nuse chroot = no\n' > /etc/rsyncd.conf
printf '#!/bin/sh\nexec rsync --daemon --no-detach\n' > /etc/sv/rsync/run
chmod 755 /etc/sv/rsync/run
ln -sfn /etc/sv/rsync /etc/service/rsync
