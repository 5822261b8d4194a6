# The one who complains is sent elsewhere. Who is connected to mq3 tomorrow finds out by himself.
sed -i 's/^BROKERS=.*/BROKERS=mq1 mq2 mq3/' /etc/orders/emergency.conf
sv -w 20 restart emergency
