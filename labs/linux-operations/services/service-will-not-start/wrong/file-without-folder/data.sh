chown guestbook: /var/lib/guestbook/entries.txt
