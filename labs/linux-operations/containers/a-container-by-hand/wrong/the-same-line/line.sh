# Without a namespace of its own, the page is to be had at once; the address is given to the machine.
machine "NET=$NET bash -eus" <<'INSIDE'
ip address add "10.77.$NET.2/24" dev eth0
sed -i 's/ --net / /' /etc/sv/tide/run
sv -w 3 force-restart /etc/service/tide || true
INSIDE
