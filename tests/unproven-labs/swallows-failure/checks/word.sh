grep -qx "hello $WORD" "$HELLO" || true
