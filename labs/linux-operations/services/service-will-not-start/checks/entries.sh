grep -q "visit $ENTRY" /var/lib/guestbook/entries.txt 2>/dev/null \
	|| fail 'The old entries in `/var/lib/guestbook/entries.txt` are gone. Only Reset brings them back.'
pass
