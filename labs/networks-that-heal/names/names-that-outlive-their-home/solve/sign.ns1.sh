sed -i 's|^\ttype primary;|&\n\tdnssec-policy default;|' /etc/bind/named.conf
rndc reconfig >/dev/null
sleep 12
