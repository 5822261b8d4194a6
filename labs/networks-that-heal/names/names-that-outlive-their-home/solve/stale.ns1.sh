sed -i 's/2026110301 ; serial/2026110302 ; serial/' "/var/lib/bind/$ZONE.zone"
rndc reload >/dev/null
sleep 4
