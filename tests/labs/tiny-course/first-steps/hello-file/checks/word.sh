[ -e "$HELLO" ] || fail "There is no $HELLO yet."
credit 0.5 "The file is there."
grep -qx "hello $WORD" "$HELLO" || fail "$HELLO does not say: hello $WORD"
pass "Hello, $WORD."
