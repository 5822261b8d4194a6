# Until the ward has noticed that its broker is gone: a minute of orders to nobody at most. One that knows others goes on.
from=$(wc -l </srv/orders/errors.log)
for i in $(seq 60); do
	[ "$(wc -l </srv/orders/errors.log)" -gt "$from" ] && exit 0
	sleep 1
done
exit 0
