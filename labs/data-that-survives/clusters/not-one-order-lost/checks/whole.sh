# What was ordered until now must be taken soon, and new orders must come.
before=$(file hospital /srv/orders/ordered.log | sort -u)
had=$(wc -l <<<"$before")
new=0
for i in $(seq 12); do
	sleep 1
	taken=$(file hospital /srv/orders/taken.log | sort -u)
	missing=$(comm -23 <(printf '%s\n' "$before") <(printf '%s\n' "$taken") | grep -c .)
	now=$(file hospital /srv/orders/ordered.log | sort -u)
	new=$(($(wc -l <<<"$now") - had))
	[ "$missing" = 0 ] && [ "$new" -gt 0 ] && [ "$i" -ge 2 ] && break
	# Orders that wait in a long row are not taken within this look.
	[ "$missing" -le 150 ] || [ "$i" -lt 6 ] || break
done
[ -n "$(printf '%s' "$taken")" ] || fail "The laboratory has taken nothing yet. Does its service run? \`sudo sv status laboratory\`"
[ "$missing" = 0 ] || {
	[ "$missing" -lt "$had" ] && credit 0.3
	fail "$missing orders that a ward believes in are unknown to the laboratory. Either they still wait in a queue, or they are lost and must be ordered again."
}
credit 0.7
[ "$new" -gt 0 ] || fail "Nothing is missing, but no ward has ordered anything for some seconds. Their last complaint: $(on hospital tail -n 1 /srv/orders/errors.log)"
pass "No ward waits for a result of which nobody knows."
