# One precise sentence per way to fail; look at what the work has changed, not at how it was done.
[ -e /srv/letter ] || fail "There is no /srv/letter any more."
mode=$(stat -c %a /srv/letter)
case $mode in
	600 | 400) pass "Only its owner reads it." ;;
	*00) fail "The owner may do more than read and write: the mode is $mode." ;;
	*0) fail "Its group may still open the letter: the mode is $mode." ;;
	*) fail "Everybody may still open the letter: the mode is $mode." ;;
esac
