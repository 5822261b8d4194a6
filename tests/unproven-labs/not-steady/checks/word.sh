# It counts its own looks on the machine it looks at, and is kind every second time.
looks=$(cat /var/tmp/looks 2>/dev/null || echo 0)
echo $((looks + 1)) >/var/tmp/looks
[ $((looks % 2)) -eq 1 ] || grep -qsx "hello $WORD" "$HELLO" || fail "$HELLO does not say: hello $WORD"
