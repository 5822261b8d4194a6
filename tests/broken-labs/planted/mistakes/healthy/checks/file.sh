test -e /tmp/done || fail "There is no /tmp/done yet."
