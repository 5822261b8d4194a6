chown -R guestbook: /var/lib/guestbook
