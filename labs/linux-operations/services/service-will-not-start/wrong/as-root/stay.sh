sed -i 's/chpst -u guestbook //' /etc/sv/guestbook/run
rm -f /etc/sv/guestbook/down
sv -w 10 start guestbook
