verdict "$(inside <<'IN'
here
for program in tide measure; do
	tar -xOf /srv/tide.tar "./bin/$program" | cmp -s - "/proc/$pid/root/bin/$program" ||
		[ ! -d "/proc/$pid" ] || say fail "\`/bin/$program\` is not what it is in the tarball: the program has been changed, and it is its surroundings that should be."
done
measures 2 26 || [ -d "/proc/$pid" ] || { here; measures 2 12; } || say fail "Nothing is measured at the moment: \`/www/level\` does not change."
zombies() { those | awk '$2 ~ /^Z/ { print $3 }'; }
before=$(zombies)
sleep 4
[ -n "$(those)" ] || say fail "The container has ended in the middle of the look at its processes."
left=$(zombies | grep -cxF "${before:-none}")
[ "$left" -eq 0 ] || say fail "There are dead processes in the container, $left of them for seconds already, and nobody asks how it went; every two seconds there is another one."
say pass "It measures, and leaves no dead behind."
IN
)"
