verdict "$(inside <<'IN'
here
caught=$(awk '/^SigCgt:/ { print $2 }' "/proc/$pid/status")
(( 0x$caught & 0x4000 )) || say fail "The first process does not listen for TERM, and a first process gets only what it listens for. Whoever wants to stop it waits, and then takes KILL."
kill -TERM "$pid"
for i in $(seq 24); do
	[ -d "/proc/$pid" ] || break
	sleep 0.5
done
[ ! -d "/proc/$pid" ] || say fail "The first process was asked to end, and is still there twelve seconds later."
running 15 || say fail "It ended when asked, and the supervisor has not brought it back."
say pass "It ends when asked, and is brought back."
IN
)"
