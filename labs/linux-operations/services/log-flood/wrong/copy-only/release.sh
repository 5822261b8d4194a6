open_file=$(find /proc/[0-9]*/fd -lname '/var/log/orders/access.log (deleted)' -print -quit 2>/dev/null) || true
head -c 1000000 "$open_file" > /srv/rescue/access.log
