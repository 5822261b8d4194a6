# The restore is taken out, and the zone is signed by the server again.
rm -f /etc/lab/boot
grep -q dnssec-policy /etc/bind/named.conf || sed -i 's|^\ttype primary;|&\n\tdnssec-policy default;|' /etc/bind/named.conf
rndc reconfig
