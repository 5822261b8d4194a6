sed -i 's/allow-transfer { any; };/allow-transfer { none; };/' /etc/bind/named.conf
rndc reconfig >/dev/null
sleep 2
