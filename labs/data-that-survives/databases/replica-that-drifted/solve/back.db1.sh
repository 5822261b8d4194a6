there() { mariadb -h "$AHEAD" -u "$@" theatre; }
comm -23 <(mariadb -NBe 'select ref from theatre.tickets' | sort) <(there repl -p"$REPL_PASS" -NBe 'select ref from theatre.tickets' | sort) >/root/only-here
refs=$(sed "s/.*/'&'/" /root/only-here | paste -sd,)
mariadb -NBe "select concat('insert into tickets (ref, seat, price, sold) values (', quote(ref), ',', quote(seat), ',', price, ',', quote(sold), ');') from theatre.tickets where ref in ($refs)" | there boxoffice -p"$SHOP_PASS"
mariadb -e 'reset master'
(
	echo 'set sql_log_bin = 0;'
	mariadb-dump -h "$AHEAD" -u repl -p"$REPL_PASS" --single-transaction --master-data=1 --gtid --databases theatre
) | mariadb
mariadb -e "change master to master_host='$AHEAD', master_user='repl', master_password='$REPL_PASS', master_use_gtid=slave_pos; start replica; set global read_only=1"
printf '[mariadbd]\nread_only = on\n' >/etc/mysql/mariadb.conf.d/95-replica.cnf
