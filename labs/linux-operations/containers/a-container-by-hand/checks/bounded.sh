verdict "$(inside <<'IN'
again
group=$(sed -n 's/^0:://p' "/proc/$pid/cgroup")
[ "$group" != / ] || say fail "After a restart of the service the container is in the group of the whole machine."
place=/sys/fs/cgroup$group
memory=$(cat "$place/memory.max" 2>/dev/null)
[ -n "$memory" ] || say fail "The group \`$group\` has no \`memory.max\`: the group above does not hand the controller down."
[ "$memory" != max ] && [ "$memory" -le $((MEMORY * 1048576)) ] || say fail "In its group \`$group\` it may take ${memory/max/all there is} of memory; $((MEMORY * 1048576)) bytes, $MEMORY MiB, are meant."
pids=$(cat "$place/pids.max" 2>/dev/null)
[ -n "$pids" ] && [ "$pids" != max ] && [ "$pids" -le "$PIDS" ] || say fail "Its group may have ${pids:-any number of} processes; at most $PIDS are meant."
stray=$(those | awk -v group="0::$group" '$2 !~ /^Z/ && $3 != group && index($3, group "/") != 1 { print $4; exit }')
[ -z "$stray" ] || say fail "One of its processes, $stray, is not in the group \`$group\`."
one=$(nsenter -t "$pid" -m /bin/cat /www/level)
sleep 5
[ "$one" != "$(nsenter -t "$pid" -m /bin/cat /www/level)" ] || say fail "It is bounded, and no longer measures."
say pass "$MEMORY MiB and $pids processes, and it measures."
IN
)"
