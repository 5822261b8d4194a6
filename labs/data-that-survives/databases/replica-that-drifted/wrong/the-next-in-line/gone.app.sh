other=db3; [ "$AHEAD" = db3 ] && other=db2
sed -i "s/^DB_HOST=.*/DB_HOST=$other/" /etc/boxoffice.conf
sort /srv/boxoffice/sold.log >/tmp/sold
mariadb -h "$other" -u repl -p"$REPL_PASS" -NBe 'select ref from theatre.tickets' | sort >/tmp/known
comm -23 /tmp/sold /tmp/known >/srv/boxoffice/lost.txt
