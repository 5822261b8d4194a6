for _ in 1 2 3 4 5 6; do
	answer=$(curl -sS -i -m 2 "http://127.0.0.1:$PORT/" 2>/dev/null) && break
	sleep 0.3
done
[ -n "$answer" ] || fail "Nothing answers on port $PORT."
version=$(grep -ioE '^server: guestbook/[0-9]+' <<<"$answer" | grep -oE '[0-9]+$')
[ -n "$version" ] || fail "Something answers on port $PORT, but it is no guestbook."
[ "$version" = 2 ] || fail "The guestbook that answers on port $PORT is version $version, the old one. A port that answers proves little."
credit 0.5
grep -q "visit $ENTRY" <<<"$answer" || fail 'The new guestbook answers, but without the old entries.'
pass
