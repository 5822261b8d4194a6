# The first line may have moved into a rotated, compressed file. That is fine; gone is not.
for file in /var/log/debug.log*; do
	[ -f "$file" ] && zcat -f "$file" 2>/dev/null | head -1 | grep -q "SC-$CASE" && pass 'The first line is there.'
done
fail 'The first line of `/var/log/debug.log` is gone, and it was evidence. Only Reset brings it back.'
