# Asked over the network, as a client would. What comes first is what helps most.
hosts | grep -qx app || fail "The host app does not answer."
page=$(curl -sS --max-time 3 http://app:8080/ 2>/tmp/why) || fail "Nothing answers on port 8080 of app."
case "$page" in
*"Error response"*) fail "The service answers, but not with the page." ;;
*"$WORD"*) pass "The page says $WORD." ;;
esac
fail "There is a page, but the word is not on it."
