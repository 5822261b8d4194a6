sed -i -e 's/^BROKERS=.*/BROKERS=mq1 mq2 mq3/' -e 's/^CONFIRM=no/CONFIRM=yes/' /etc/orders/ward.conf /etc/orders/laboratory.conf
sv -w 20 restart laboratory
sv -w 20 restart ward
sleep 6
comm -23 <(sort -u /srv/orders/ordered.log) <(sort -u /srv/orders/taken.log) | reorder
