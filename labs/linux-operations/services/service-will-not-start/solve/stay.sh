rm -f /etc/sv/guestbook/down
sv -w 10 start guestbook
