# The old queue is in the way, so it goes; what waited in it goes with it.
sv -w 20 down ward
sed -i 's/^TYPE=classic$/TYPE=quorum/' /etc/orders/ward.conf
python3 -c 'import sys
sys.path.insert(0, "/usr/local/lib/orders")
import orders
orders.connect(orders.settings("/etc/orders/ward.conf")).channel().queue_delete("orders")'
sv up ward
sleep 2
sv up laboratory
