# What restores itself at each start goes first, and the server signs again.
rm -f /etc/lab/boot
grep -q dnssec-policy /etc/bind/named.conf || sed -i 's|^\ttype primary;|&\n\tdnssec-policy default;|' /etc/bind/named.conf
rndc reconfig
# ns2 has heard a higher number by now, and copies only what is higher still.
sleep 6
heard=$(dig +short +time=2 +tries=2 SOA "$ZONE" @10.43.0.12 | awk 'NF == 7 { print $3 }')
sed -i "s/[0-9]\{10\} *; serial/$((heard + 100)) ; serial/" /var/lib/bind/ferry.zone
rndc reload >/dev/null
