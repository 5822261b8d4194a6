mkdir -p /lab
for i in $(seq 200); do
	on db1 mariadb -NBe 'select 1' >/dev/null 2>&1 && break
	sleep 0.2
done
known=$(for host in db2 db3; do on "$host" mariadb -NBe 'select ref from theatre.tickets'; done | sort -u)
[ -s /lab/stranded ] || on db1 mariadb -NBe 'select ref, seat, price from theatre.tickets' | sort |
	join -v 1 - <(printf '%s\n' "$known") >/lab/stranded
[ -s /lab/stranded ]
