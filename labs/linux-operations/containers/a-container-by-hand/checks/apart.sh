verdict "$(inside <<'IN'
here
for kind in mnt:mount uts:name ipc:ipc net:network; do
	own "$pid" "${kind%:*}" || say fail "It has processes of its own, and shares the namespace \`${kind#*:}\` with the machine."
done
name=$(nsenter -t "$pid" -u hostname)
[ "$name" = "$NAME" ] || say fail "In there the host is called \`$name\`, not \`$NAME\`."
[ "$(hostname)" = machine ] || say fail "The machine itself is called \`$(hostname)\` now. The name was set outside."
watched "$pid" || say fail "The container runs, and nobody watches over it: it must be started by the service \`tide\`."
say pass "The process $pid of the machine is the first of its own world."
IN
)"
