# Until the wards believe in so many more orders. Wards that wait for the broker's word may place none: then go on.
from=$(wc -l </srv/orders/ordered.log)
for i in $(seq 100); do
	[ "$(wc -l </srv/orders/ordered.log)" -ge $((from + $1)) ] && exit 0
	sleep 0.2
done
exit 0
