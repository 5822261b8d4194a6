# Effect, not configuration: what the process really hands to the kernel in two seconds.
pid=$(agent_pid) || fail 'The program does not run at all. Silence is no success here: its measurements are needed.'
written() { awk '$1 == "wchar:" { print $2 }' "/proc/$1/io" 2>/dev/null; }
before=$(written "$pid")
sleep 2
after=$(written "$pid")
[ -n "$before" ] && [ -n "$after" ] || fail 'The program was just started again. Look once more in a moment.'
rate=$(((after - before) / 2048))
if [ "$rate" -ge 4 ]; then
	supervisor=$(ps -o ppid= -p "$pid" | tr -d ' ')
	[ $(($(age "$supervisor") - $(age "$pid"))) -lt 15 ] \
		|| fail "It still writes $rate kB a second. It was started again not long ago, and it read the same settings."
	fail "It still writes $rate kB a second."
fi
pass "It writes $rate kB a second now."
