# Open files of other accounts cannot be read here; all services of this lab run as root.
while read -r fd; do
	size=$(stat -Lc %s "$fd" 2>/dev/null) || continue
	[ "$size" -gt $((1024 * 1024)) ] || continue
	pid=${fd#/proc/}
	pid=${pid%%/*}
	fail "\`$(cat "/proc/$pid/comm")\` (process $pid) still holds a deleted file of $((size / 1024 / 1024)) MB open."
done < <(find /proc/[0-9]*/fd -lname '/var/log/* (deleted)' 2>/dev/null)
pass 'The space is back.'
