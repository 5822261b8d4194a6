sed -i 's/server-addresses { 10.43.0.11; };/server-addresses { 10.43.0.11; 10.43.0.12; };/' /etc/bind/named.conf
rndc reconfig
