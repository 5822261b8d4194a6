for file in /var/log/debug.log?*; do
	[ -f "$file" ] && zcat -f "$file" 2>/dev/null | head -1 | grep -q "SC-$CASE" || continue
	size=$(stat -c %s /var/log/debug.log 2>/dev/null || echo 0)
	[ "$size" -le $((5 * 1024 * 1024)) ] || fail "\`$file\` is there, but \`debug.log\` itself still has $((size / 1024 / 1024)) MB."
	pass "The flood lies in \`$file\`."
done
fail 'There is no rotated log yet. Let logrotate run once, with all its rules.'
