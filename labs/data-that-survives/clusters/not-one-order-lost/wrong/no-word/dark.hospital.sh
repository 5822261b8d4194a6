# Everybody finds a broker again and the missing orders are given again; the next night it is the same.
sed -i 's/^BROKERS=.*/BROKERS=mq1 mq2 mq3/' /etc/orders/ward.conf /etc/orders/laboratory.conf
sv -w 20 restart laboratory
sv -w 20 restart ward
sleep 6
comm -23 <(sort -u /srv/orders/ordered.log) <(sort -u /srv/orders/taken.log) | reorder
