# For the grader: numbers that the valley has, oldest first, and the newest that the meter has made.
listed() { curl -fsS -m 4 http://valley:8000/readings | awk '{ print $1 }'; }
made() { file station /run/meter/readings | tail -1 | cut -d' ' -f1; }
# Wait until the valley has what was made up to a number, and say what is missing since another.
arrived() { # from to seconds
	local until=$((SECONDS + $3))
	while [ $SECONDS -lt $until ]; do
		missing=$(comm -23 <(seq "$1" "$2" | sort) <(listed | sort) | wc -l)
		[ "$missing" = 0 ] && return 0
		sleep 1
	done
	return 1
}
# Readings of one whole round of the line and more.
ROUND=26
begin() {
	on station sv status forward | grep -q '^run:' || fail "The forwarder does not run on the station: \`sudo sv status forward\`, and what it said last is in \`/var/log/forward.log\`."
	first=$(made)
	[ -n "$first" ] || broken "The meter has made nothing."
}
