pkill -STOP -f '^/usr/bin/python3 /opt/shop/store'
