# Twice, with more time between than it needs to come back.
old() { pgrep -o -f '^(/usr/bin/python3|/bin/sh) /opt/guestbook-1/' || pgrep -o -f '^/opt/guestbook-1/'; }
first=$(old)
sleep 1.5
second=$(old)
[ -z "$first$second" ] || {
	keeper=$(pgrep -o -x "$KEEPER")
	[ -z "$keeper" ] || fail "The old guestbook is there: process ${second:-$first}. Something starts it again whenever it ends."
	fail "The old guestbook is still there: process ${second:-$first}. Nothing would start it again now."
}
pass
