verdict "$(inside <<'IN'
again
measures 1 15 && measured=yes
[ -d "/proc/$pid" ] || say fail "The container was started again, and has ended since."
group=$(sed -n 's/^0:://p' "/proc/$pid/cgroup")
[ "$group" != / ] || say fail "After a restart of the service the container is in the group of the whole machine."
least() { # FILE: the least that its group, or one above, allows
	local at=$group
	while [ -n "$at" ]; do
		cat "/sys/fs/cgroup$at/$1" 2>/dev/null
		at=${at%/*}
	done | grep -v max | sort -n | head -1
}
[ -e "/sys/fs/cgroup$group/memory.max" ] || [ -n "$(least memory.max)" ] || say fail "The group \`$group\` has no \`memory.max\`: the group above does not hand the controller down."
memory=$(least memory.max)
[ -n "$memory" ] || say fail "In its group \`$group\` it may take all the memory there is: \`memory.max\` says \`max\`."
[ "$memory" -le $((MEMORY * 1048576)) ] || say fail "In its group \`$group\` it may take $memory bytes of memory; $((MEMORY * 1048576)) bytes, $MEMORY MiB, are meant."
pids=$(least pids.max)
[ -n "$pids" ] && [ "$pids" -le "$PIDS" ] || say fail "Its group may have ${pids:-any number of} processes; at most $PIDS are meant."
stray=$(those | awk -v group="0::$group" '$2 !~ /^Z/ && $4 != group && index($4, group "/") != 1 { print $5; exit }')
[ -z "$stray" ] || say fail "One of its processes, $stray, is not in the group \`$group\`."
[ -n "$measured" ] || measures 1 8 || say fail "It is bounded, and no longer measures: \`/www/level\` does not change."
say pass "$((memory / 1048576)) MiB and $pids processes, and it measures."
IN
)"
