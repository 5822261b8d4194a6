begin
# A moment at which the line is gone.
for i in $(seq 60); do
	left=$(curl -fsS -m 2 http://valley:8000/line)
	awk -v left="$left" 'BEGIN { exit !(left > 0.3 && left < 2.2) }' && break
	sleep 0.2
done
pid=$(on station pgrep -o -f 'python3 /opt/station/forward.py') || fail "The forwarder does not run."
on station kill -KILL "$pid"
sleep 6
last=$(made)
arrived "$((first + 1))" "$((last - 2))" 24 ||
	fail "The forwarder was killed while the line was gone, and came back; $missing readings from before and after are missing. It has forgotten where it was."
twins=$(listed | awk -v from="$first" '$1 > from' | sort | uniq -d | wc -l)
[ "$twins" = 0 ] || fail "Nothing is missing, and $twins readings are there twice."
pass "It fell, got up, and went on where it was."
