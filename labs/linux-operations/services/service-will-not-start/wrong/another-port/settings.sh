# Out of the way of the old one, and out of reach of the visitors.
sed -i "s/^$BADKEY *=.*/listen_port = 9999/" /etc/guestbook/guestbook.conf
