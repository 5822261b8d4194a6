# The space is back, the data is not.
sv -w 10 restart orders
until [ -e /var/log/orders/access.log ]; do sleep 0.1; done
cp /var/log/orders/access.log /srv/rescue/access.log
