# The queue is full, so it is emptied, and everybody can order again.
python3 -c 'import sys
sys.path.insert(0, "/usr/local/lib/orders")
import orders
conf = orders.settings("/etc/orders/ward.conf")
orders.connect(conf).channel().queue_purge(conf["QUEUE"])'
sv up laboratory
