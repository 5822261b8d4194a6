find_primary
before=$(on app wc -l /srv/boxoffice/sold.log | cut -d' ' -f1)
for i in $(seq 10); do
	sleep 1
	[ "$(on app wc -l /srv/boxoffice/sold.log | cut -d' ' -f1)" -gt "$before" ] && sold=1 && break
done
[ -n "$sold" ] || fail "The box office still sells nothing. Its last complaint: $(on app tail -n 1 /srv/boxoffice/error.log)"
credit 0.5
last=$(on app tail -n 1 /srv/boxoffice/sold.log)
[ "$(sql_on "$primary" "select count(*) from theatre.tickets where ref = '$last'")" = 1 ] ||
	fail "The box office sells, but its last ticket is not on $primary."
pass "Tickets are sold again."
