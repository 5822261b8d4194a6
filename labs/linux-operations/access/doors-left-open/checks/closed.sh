entry=$(getent shadow "$LEAVER") || fail 'The account is gone altogether, and its files belong to a bare number now. Only Reset brings it back.'
IFS=: read -r _ password _ _ _ _ _ ends _ <<<"$entry"
case "$password" in
	'!'* | '*'*) ;;
	*) fail 'Its password still opens the door.' ;;
esac
credit 0.4
[ -n "$ends" ] && [ "$ends" -lt $(($(date +%s) / 86400)) ] && pass 'Locked, and at its end.'
[ ! -s "/home/$LEAVER/.ssh/authorized_keys" ] || fail 'The password is locked. But a login with an SSH key asks for no password, and the account has not ended.'
case "$(getent passwd "$LEAVER" | cut -d: -f7)" in
	*/nologin | */false) pass 'No password, no key, no shell.' ;;
	*) fail 'Password and key are closed. But the account itself has no end: the next key, or a way somebody adds tomorrow, opens it again.' ;;
esac
