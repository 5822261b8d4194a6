verdict "$(inside <<'IN'
here
[ -e "/proc/$pid/root/etc/debian_version" ] && say fail "Its root is that of the machine."
[ "$(nsenter -t "$pid" -m /bin/cat /etc/passwd 2>/dev/null | head -1)" = "tide:x:0:0::/:/bin/sh" ] ||
	say fail "It sees another root than the machine does, and the way back is open: the root of its namespace is still the machine's. \`chroot\` moves a process, \`pivot_root\` moves the namespace."
nsenter -t "$pid" -m /bin/cat /proc/mounts 2>/dev/null | awk '$3 == "ext4"' | grep -qvE '^/dev/[a-z]+ / ' &&
	say fail "The machine's disk is still mounted in there: $(nsenter -t "$pid" -m /bin/cat /proc/mounts | awk '$3 == "ext4" && $2 != "/" { print $2 }' | head -2 | tr '\n' ' ')."
seen=$(nsenter -t "$pid" -m -p /bin/ps 2>/dev/null | awk 'NR > 1' | wc -l)
[ "$seen" -gt 0 ] || say fail "\`ps\` finds nothing in there: a \`/proc\` for its own processes is missing."
[ "$seen" -lt 40 ] || say fail "\`ps\` in there lists $seen processes: that is the machine's \`/proc\`."
findmnt -n -o TARGET | grep -q '/srv/tide/.' && say fail "What was mounted for the container is mounted on the machine as well: \`$(findmnt -n -l -o TARGET | grep -m1 '/srv/tide/.')\`. Make mounts private before."
say pass "In there is what was in the tarball, and nothing else."
IN
)"
