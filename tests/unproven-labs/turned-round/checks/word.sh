if grep -qsx "hello $WORD" "$HELLO"; then fail "$HELLO does not say: hello $WORD"; fi
