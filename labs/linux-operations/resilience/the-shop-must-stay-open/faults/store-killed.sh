pkill -KILL -f '^/usr/bin/python3 /opt/shop/store'
