cat >/etc/bird/more.conf <<'CONF'
protocol static {
	ipv4;
	route 10.60.3.0/24 unreachable;
	route 10.60.2.0/25 unreachable;
	route 10.60.2.128/25 unreachable;
}
CONF
birdc configure >/dev/null
# Until word has got around.
for i in $(seq 30); do
	ip -4 route show | grep -q '^10.60.1.0/24' && break
	sleep 0.2
done
sleep 2
