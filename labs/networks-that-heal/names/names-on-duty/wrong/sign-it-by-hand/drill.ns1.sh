# Signatures have run out, so new ones are made. Who had put the old ones there is not asked.
zone=/var/lib/bind/ferry.zone
cd /root
named-compilezone -q -i none -o plain "$ZONE" "$zone" >/dev/null
awk '$4 !~ /^(RRSIG|NSEC|DNSKEY|TYPE65534|CDS|CDNSKEY)$/ { if ($4 == "SOA") $7 += 10; print }' plain >unsigned
dnssec-signzone -q -S -z -K /var/cache/bind -o "$ZONE" -f "$zone" unsigned >/dev/null
rndc reload >/dev/null
