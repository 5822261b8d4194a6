pkill -x "$KEEPER"
pkill -f '^/usr/bin/python3 /opt/guestbook-1/'
