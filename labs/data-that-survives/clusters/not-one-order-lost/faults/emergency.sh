# The emergency ward moves in: the wards' queue, a word for each order, and mq3 first.
setting() { sed -n "s/^$1=//p" /etc/orders/ward.conf | tail -1; }
cat > /etc/orders/emergency.conf <<CONF
# Read when the service starts: sudo sv restart emergency
BROKERS=mq3 mq1 mq2
USER=emergency
PASSWORD=$WARD_PASS
QUEUE=$(setting QUEUE)
TYPE=$(setting TYPE)
CONFIRM=yes
LETTER=E
CONF
mkdir -p /etc/sv/emergency
printf '#!/bin/sh\nexec chpst -u learner /usr/local/bin/ward /etc/orders/emergency.conf 2>>/srv/orders/emergency.err\n' > /etc/sv/emergency/run
chmod 755 /etc/sv/emergency/run
ln -sfn /etc/sv/emergency /etc/service/emergency
for i in $(seq 60); do [ -e /etc/service/emergency/supervise/ok ] && break; sleep 0.2; done
sv restart emergency
from=$(grep -c '^E-' /srv/orders/ordered.log || true)
for i in $(seq 100); do
	[ "$(grep -c '^E-' /srv/orders/ordered.log || true)" -gt "$from" ] && exit 0
	sleep 0.3
done
tail -3 /srv/orders/errors.log /srv/orders/emergency.err >&2
exit 1
