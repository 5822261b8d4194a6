socket=$(sed -n 's/^[[:space:]]*stats socket[[:space:]]*\([^ ]*\).*/\1/p' /etc/haproxy/haproxy.cfg | head -1)
[ -n "$socket" ] || fail "The line \`stats socket\` is gone from \`/etc/haproxy/haproxy.cfg\`. Put it back: it is how one asks the balancer."
figures=$(echo 'show stat' | /usr/bin/nc -U -w 2 "$socket" 2>/dev/null)
[ -n "$figures" ] || fail "The balancer does not answer at \`$socket\`. Does it run? \`sudo sv status haproxy\` tells."
state() { echo "$figures" | awk -F, -v name="$1" '$2 == name { print $18; exit }'; }
[ -n "$(state web2)" ] || fail "\`web2\` is no longer a server of the balancer. When it is well again nobody will think of putting it back; let the balancer notice by itself."
case $(state web2) in
	'no check') fail "The balancer knows \`web2\` and asks it nothing: its state is \`no check\`." ;;
	UP*) fail "The balancer asks \`web2\` and believes it is well. A port that opens is not a server that can sell." ;;
	MAINT*) fail "Somebody has put \`web2\` into maintenance by hand. It will stay there until somebody takes it out again." ;;
esac
case $(state web1) in UP*) ;; *) fail "The balancer believes that \`web1\` is down, too: its state is \`$(state web1)\`." ;; esac
pass
