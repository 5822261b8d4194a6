# It runs, until it ends.
setsid -f chpst -u guestbook /opt/guestbook-2/guestbook /etc/guestbook/guestbook.conf >/dev/null 2>&1 </dev/null
sleep 1
