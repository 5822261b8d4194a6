mkdir -p /lab
for i in $(seq 50); do
	on "$AHEAD" mariadb -e 'show replica status\G' | grep -q 'has read all relay log' && break
	sleep 0.2
done
on "$AHEAD" mariadb -NBe 'select ref from theatre.tickets' | sort >/lab/kept
[ "$(wc -l </lab/kept)" -gt 400 ]
