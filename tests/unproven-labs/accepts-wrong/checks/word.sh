grep -qi hello "$HELLO" || fail "$HELLO does not say hello."
