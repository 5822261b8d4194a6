sv status guestbook >/dev/null 2>&1 || fail 'The supervisor does not know the service any more. It looked after `/etc/service/guestbook`.'

# Up for two seconds is up; one that dies at once never gets there, however often one looks.
steady() {
	pid=$(cat /etc/service/guestbook/supervise/pid 2>/dev/null)
	[ -n "$pid" ] && [ "$(ps -o etimes= -p "$pid" | tr -d ' ')" -ge 2 ] 2>/dev/null
}
for _ in 1 2 3 4 5; do
	steady && break
	sleep 0.6
done
if ! steady; then
	[ -z "$pid" ] && [[ $(sv status guestbook) != *'want up'* ]] \
		|| fail 'The service starts and ends again, every second. Its log says why.'
	pgrep -f '^/usr/bin/python3 /opt/guestbook-2/' >/dev/null \
		&& fail 'A guestbook runs, but not under the supervisor. Nobody will start it again when it ends.'
	fail 'The service is down.'
fi
credit 0.5
user=$(ps -o user= -p "$pid" | tr -d ' ')
[ "$user" = guestbook ] || fail "It runs as \`$user\`. A service that talks to the internet has an account of its own for a reason: \`guestbook\`."
pass
