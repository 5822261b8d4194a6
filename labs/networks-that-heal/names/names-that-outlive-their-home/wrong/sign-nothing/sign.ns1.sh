# Keys are made, and nothing is signed with them.
cd /var/cache/bind && dnssec-keygen -q -a ECDSAP256SHA256 -f KSK "$ZONE" >/dev/null
rndc reload >/dev/null
sleep 3
