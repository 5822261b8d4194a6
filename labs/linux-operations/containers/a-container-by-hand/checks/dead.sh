verdict "$(inside <<'IN'
here
one=$(nsenter -t "$pid" -m /bin/cat /www/level)
least=999
for look in 1 2 3 4 5; do
	sleep 1
	now=$(those | awk '$2 ~ /^Z/' | wc -l)
	[ "$now" -lt "$least" ] && least=$now
done
[ "$least" -le 2 ] || say fail "There are $least dead processes in the container that nobody has asked how it went, and there is another one every second."
two=$(nsenter -t "$pid" -m /bin/cat /www/level)
[ "$one" != "$two" ] || say fail "Nothing is left over, and nothing is measured either: \`/www/level\` does not change."
say pass "It measures, and leaves no dead behind."
IN
)"
