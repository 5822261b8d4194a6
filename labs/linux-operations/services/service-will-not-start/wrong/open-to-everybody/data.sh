chmod -R 777 /var/lib/guestbook
