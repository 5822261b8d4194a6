sed -i "s/^$BADKEY *=/listen_port =/" /etc/guestbook/guestbook.conf
