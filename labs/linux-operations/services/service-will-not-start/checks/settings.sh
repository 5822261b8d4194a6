said=$(/opt/guestbook-2/guestbook --check /etc/guestbook/guestbook.conf 2>&1) || fail "The service still refuses its settings: ${said:0:200}"
grep -q "port $PORT," <<<"$said" \
	|| fail "The settings are valid, but the port has changed. The proxy sends visitors to $PORT, and nobody told it."
grep -q ' /var/lib/guestbook/entries.txt$' <<<"$said" \
	|| fail 'The settings are valid, but they point to other entries now. Those in `/var/lib/guestbook` are wanted.'
pass
