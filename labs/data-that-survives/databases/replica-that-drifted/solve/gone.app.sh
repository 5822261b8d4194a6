sed -i "s/^DB_HOST=.*/DB_HOST=$AHEAD/" /etc/boxoffice.conf
sort /srv/boxoffice/sold.log >/tmp/sold
mariadb -h "$AHEAD" -u repl -p"$REPL_PASS" -NBe 'select ref from theatre.tickets' | sort >/tmp/known
comm -23 /tmp/sold /tmp/known >/srv/boxoffice/lost.txt
