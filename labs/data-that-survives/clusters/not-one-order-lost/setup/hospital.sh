install -d -o learner -g learner /srv/orders
install -d /etc/orders
for n in 1 2 3; do echo "10.67.0.1$n mq$n" >>/etc/hosts; done
cat > /etc/orders/ward.conf <<CONF
# Read when the service starts: sudo sv restart ward
# BROKERS are tried in their order. With CONFIRM=yes an order is placed when the broker has said so.
BROKERS=mq1
USER=ward
PASSWORD=$WARD_PASS
QUEUE=orders
TYPE=classic
CONFIRM=no
LETTER=W
CONF
cat > /etc/orders/laboratory.conf <<CONF
# Read when the service starts: sudo sv restart laboratory
BROKERS=mq1
USER=laboratory
PASSWORD=$BENCH_PASS
QUEUE=orders
CONF
for name in ward laboratory; do
	mkdir -p /etc/sv/$name
	printf '#!/bin/sh\nexec chpst -u learner /usr/local/bin/%s /etc/orders/%s.conf 2>>/srv/orders/%s.err\n' $name $name $name > /etc/sv/$name/run
	chmod 755 /etc/sv/$name/run
done
# The laboratory opens when somebody opens it; what was ordered in the evening waits in the queue.
touch /etc/sv/laboratory/down
for i in $(seq "$BACKLOG"); do printf 'W-%s\n' "$(od -An -N4 -tx4 /dev/urandom | tr -d ' ')"; done > /srv/orders/ordered.log
/usr/local/bin/reorder < /srv/orders/ordered.log
touch /srv/orders/taken.log /srv/orders/errors.log
chown learner:learner /srv/orders/*
ln -sfn /etc/sv/ward /etc/service/ward
ln -sfn /etc/sv/laboratory /etc/service/laboratory
for i in $(seq 200); do [ "$(wc -l </srv/orders/ordered.log)" -gt "$BACKLOG" ] && exit 0; sleep 0.2; done
echo 'The wards ordered nothing.' >&2
cat /srv/orders/errors.log /srv/orders/ward.err >&2
exit 1
