find_leader
before=$(file office /srv/bookings/confirmed.log | wc -l)
for i in $(seq 8); do
	sleep 1
	[ "$(file office /srv/bookings/confirmed.log | wc -l)" -gt "$before" ] && booked=1 && break
done
[ -n "$booked" ] || fail "The office books nothing. Its last complaint: $(on office tail -n 1 /srv/bookings/error.log)"
credit 0.5
last=$(file office /srv/bookings/confirmed.log | tail -n 1)
[ "$(sql_at "$at" "select count(*) from bookings where ref = '$last'")" = 1 ] ||
	fail "The office confirms bookings, but the last one is not on \`$leader\`, which leads."
pass "Berths are booked."
