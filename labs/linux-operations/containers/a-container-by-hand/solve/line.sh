machine "NET=$NET bash -eus" <<'INSIDE'
cat >/etc/sv/tide/cable <<SH
modprobe veth
[ -e /run/netns/tide ] || ip netns add tide
ip link show tide0 >/dev/null 2>&1 || ip link add tide0 type veth peer name eth0 netns tide
ip address replace 10.77.$NET.1/24 dev tide0
ip link set tide0 up
ip -n tide address replace 10.77.$NET.2/24 dev eth0
ip -n tide link set eth0 up
SH
sed -i -e '2i . /etc/sv/tide/cable' -e 's/exec unshare --mount --uts --ipc --net/exec ip netns exec tide unshare --mount --uts --ipc/' /etc/sv/tide/run
sv -w 3 force-restart /etc/service/tide || true
INSIDE
