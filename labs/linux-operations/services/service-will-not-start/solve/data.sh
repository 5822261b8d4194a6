chown -R guestbook: /var/lib/guestbook
chmod 750 /var/lib/guestbook
