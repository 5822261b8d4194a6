for file in /usr/bin/sudo /usr/bin/su /usr/bin/passwd; do
	[ -u "$file" ] || fail "\`$file\` has lost its setuid bit, and does not work without it. Only unknown programs were meant."
done
[ "$(setpriv --reuid learner --regid learner --init-groups sudo -n id -u 2>/dev/null)" = 0 ] || fail '`learner` cannot use `sudo` any more.'
pass
