# Four hundred tickets from before the binary log was switched on: a replica cannot get them from the log.
{
	echo 'set sql_log_bin = 0;'
	echo 'create database theatre; use theatre;'
	echo 'create table tickets (
		id int unsigned not null auto_increment primary key,
		ref char(8) not null unique,
		seat varchar(8) not null,
		price int not null,
		sold timestamp not null default current_timestamp);
	create table sales (word varchar(64) not null primary key);'
	for i in $(seq 400); do
		printf "insert into tickets (ref, seat, price) values ('%s', '%s%d', %d);\n" \
			"$(printf '%s' "$REPL_PASS-$i" | md5sum | cut -c1-8)" "$(printf "\\x$(printf %x $((65 + i % 18)))")" $((i % 24 + 1)) $((18 + i % 5 * 4))
	done
} | mariadb
