# Somebody has restored the server "as it was when it ran well", and sees to it that it starts like that.
spring=/var/backups/spring
zone=/var/lib/bind/ferry.zone
install -d -m 0755 "$spring"
cd "$spring"
sed '/dnssec-policy/d' /etc/bind/named.conf >"$spring/named.conf"
now=$(dig +short SOA "$ZONE" @10.43.0.11 | awk 'NF == 7 { print $3 }')
named-compilezone -q -i none -o "$spring/plain" "$ZONE" "$zone" >/dev/null
awk -v serial="$((now + 1000))" '$4 !~ /^(RRSIG|NSEC|DNSKEY|TYPE65534|CDS|CDNSKEY)$/ { if ($4 == "SOA") $7 = serial; print }' "$spring/plain" >"$spring/unsigned"
at() { date -u -d "$1" +%Y%m%d%H%M%S; }
dnssec-signzone -q -P -S -z -K /var/cache/bind -o "$ZONE" -s "$(at '-60 days')" -e "$(at '-30 days')" -f "$spring/zone" "$spring/unsigned" >/dev/null
rm -f "$spring/unsigned" "$spring/plain" dsset-*
cat >/usr/local/sbin/as-in-spring <<RESTORE
#!/bin/sh
# Brings the name server back as it was when it ran well. Do not edit by hand, it will be overwritten!
cp $spring/named.conf /etc/bind/named.conf
cp $spring/zone $zone
rm -f $zone.jnl
chown bind:bind $zone
RESTORE
chmod 0755 /usr/local/sbin/as-in-spring
install -d -m 0755 /etc/lab
printf '#!/bin/sh\nexec /usr/local/sbin/as-in-spring\n' >/etc/lab/boot
chmod 0755 /etc/lab/boot
/usr/local/sbin/as-in-spring
rndc reconfig
rndc reload >/dev/null
