before=$(on desk wc -l /srv/desk/lent.log | cut -d' ' -f1)
for i in $(seq 12); do
	sleep 1
	now=$(on desk wc -l /srv/desk/lent.log | cut -d' ' -f1)
	[ "$now" -gt "$before" ] && pass "Books go over the counter again."
done
fail "The desk lends nothing. Its last complaint: $(on desk tail -n 1 /srv/desk/error.log)"
