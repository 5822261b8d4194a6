sed -i 's/^DATABASE=.*/DATABASE=host=10.64.0.11,10.64.0.12,10.64.0.13 dbname=harbour user=quay target_session_attrs=read-write/' /etc/bookings.conf
database=$(sed -n 's/^DATABASE=//p' /etc/bookings.conf)
comm -23 <(sort -u /srv/bookings/confirmed.log) <(PGCONNECT_TIMEOUT=2 PGPASSWORD=$QUAY_PASS psql -XAtq "$database" -c 'select ref from bookings' | sort) >/srv/bookings/lost.txt
