# A router of each site. alder still expects birch under the number it had before; cedar waits for a call from alder.
nft flush ruleset # what the engine keeps there for its own name server, which labs do not use
session() { # name, own address, own AS, its address, its AS
	cat <<CONF

protocol bgp $1 {
	local $2 as $3;
	neighbor $4 as $5;
	connect retry time 5;
	error wait time 2, 10;
	ipv4 {
		import all;
		export filter ours;
	};
}
CONF
}
common() { # router id
	cat <<CONF
log "/var/log/bird.log" all;
router id $1;

protocol device {}

# The networks at this router's own feet.
protocol direct {
	ipv4;
}

# What neighbours have told goes into the kernel, which does the work.
protocol kernel {
	ipv4 {
		import none;
		export where source = RTS_BGP;
	};
}

# Neighbours are told of the sites, and not of the lines between them.
filter ours {
	if net ~ [ 10.60.0.0/16+ ] then accept;
	reject;
}
CONF
}
mkdir -p /etc/bird /run/bird
touch /var/log/bird.log
case $LAB_HOST in
	alder)
		{
			common 10.60.1.1
			session birch 10.50.1.1 "$AS_A" 10.50.1.2 "$AS_OLD"
		} >/etc/bird/bird.conf
		;;
	birch)
		{
			common 10.60.2.1
			session alder 10.50.1.2 "$AS_B" 10.50.1.1 "$AS_A"
			session cedar 10.50.2.2 "$AS_B" 10.50.2.3 "$AS_C"
		} >/etc/bird/bird.conf
		;;
	cedar)
		ip address add 10.60.3.1/24 dev lo
		{
			common 10.60.3.1
			printf '\ninclude "/etc/bird/more.conf";\n'
			session birch 10.50.2.3 "$AS_C" 10.50.2.2 "$AS_B"
			session alder 10.50.3.3 "$AS_C" 10.50.3.1 "$AS_A"
		} >/etc/bird/bird.conf
		printf 'protocol static {\n\tipv4;\n\troute 10.60.3.0/24 unreachable;\n}\n' >/etc/bird/more.conf
		;;
esac
ln -sfn /etc/sv/bird /etc/service/bird
for i in $(seq 75); do
	birdc show status >/dev/null 2>&1 && exit 0
	sleep 0.2
done
echo "The routing daemon on $LAB_HOST did not start." >&2
tail -5 /var/log/bird.log >&2
exit 1
