# Only the address of ns2 is let in.
sed -i 's/allow-transfer { any; };/allow-transfer { 10.42.0.12; };/' /etc/bind/named.conf
sed -i -e 's/2026110302 ; serial/2026110303 ; serial/' -e "\$a relay\tIN A\t10.42.0.$RELAY" "/var/lib/bind/$ZONE.zone"
rndc reconfig >/dev/null
rndc reload >/dev/null
