for name in leo lina lukas lotta; do
	[ "$(stat -c %U "/home/$name/handover.txt" 2>/dev/null)" = "$name" ] \
		|| fail "The account \`$name\` or its home is not what it was, and \`handover.txt\` in it is needed. Only Reset brings it back."
done
for name in leo lina lukas lotta; do
	[ "$name" = "$LEAVER" ] || getent shadow "$name" | grep -q ':!' || fail "The account \`$name\` was closed, and is open now."
done
pass
