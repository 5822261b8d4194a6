# Wait until another one leads and takes writes, and note what the office was promised and nobody knows.
ask() {
	PGPASSWORD=$WATCH_PASS PGCONNECT_TIMEOUT=2 psql -XAtq \
		"host=10.64.0.12,10.64.0.13 dbname=harbour user=watch target_session_attrs=read-write" -c "$1"
}
for i in $(seq 120); do ask 'select 1' >/dev/null 2>&1 && break; sleep 1; done
mkdir -p /lab
ask 'select ref from bookings' | sort >/lab/known
file office /srv/bookings/confirmed.log | sort -u | comm -23 - /lab/known >/lab/lost
[ -s /lab/lost ] || { echo 'No booking was lost.' >&2; exit 1; }
