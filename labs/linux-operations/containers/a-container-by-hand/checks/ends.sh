verdict "$(inside <<'IN'
here
hears() { local caught; caught=$(awk '/^SigCgt:/ { print $2 }' "/proc/$pid/status" 2>/dev/null); (( 0x${caught:-0} & 0x4000 )); }
gone() { [ ! -d "/proc/$1" ]; }
within 5 hears || say fail "The first process does not listen for TERM, and a first process gets only what it listens for. Whoever wants to stop it waits, and then takes KILL."
asked=$pid
kill -TERM "$asked"
within 12 gone "$asked" || say fail "The first process was asked to end, and is still there twelve seconds later."
within 20 lives || say fail "It ended when asked, and the supervisor has not brought it back."
say pass "It ends when asked, and is brought back."
IN
)"
