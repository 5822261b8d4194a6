# All addresses, and the first that answers will do. A list of what is missing is made from the errors.
sed -i 's/^DATABASE=.*/DATABASE=host=10.64.0.12,10.64.0.13,10.64.0.11 dbname=harbour user=quay/' /etc/bookings.conf
cut -d' ' -f1 /srv/bookings/error.log >/srv/bookings/lost.txt
