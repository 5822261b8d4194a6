# Away is: not found twice, with more time between than it needs to come back. What is still ending
# at the first look gets a third.
old() { pgrep -o -f '^(/usr/bin/python3|/bin/sh) /opt/guestbook-1/' || pgrep -o -f '^/opt/guestbook-1/'; }
first=$(old)
sleep 1.5
found=$(old)
if [ -n "$first" ] && [ -z "$found" ]; then
	sleep 1.5
	found=$(old)
fi
[ -n "$found" ] || pass
[ -z "$(pgrep -o -x "$KEEPER")" ] \
	|| fail "The old guestbook is there: process $found. Something starts it again whenever it ends."
fail "The old guestbook is still there: process $found. Nothing would start it again now."
