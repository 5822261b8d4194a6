verdict "$(inside <<'IN'
here
for kind in mnt:mount uts:name ipc:ipc net:network; do
	own "$pid" "${kind%:*}" || say fail "It has processes of its own, and shares the namespace \`${kind#*:}\` with the machine."
done
name=$(nsenter -t "$pid" -u hostname)
[ "$name" = "$NAME" ] || say fail "In there the host is called \`$name\`, not \`$NAME\`."
[ "$(hostname)" = machine ] || say fail "The machine itself is called \`$(hostname)\` now. The name was set outside."
ppid=$(awk '/^PPid:/ { print $2 }' "/proc/$pid/status")
while [ "$ppid" -gt 1 ]; do
	grep -qs '^runsv' "/proc/$ppid/comm" && say pass "The process $pid of the machine is the first of its own world."
	ppid=$(awk '/^PPid:/ { print $2 }' "/proc/$ppid/status" 2>/dev/null || echo 1)
done
say fail "The container runs, and nobody watches over it: it must be started by the service \`tide\`."
IN
)"
