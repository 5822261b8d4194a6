cat >>/etc/bird/bird.conf <<CONF

protocol bgp cedar {
	local 10.50.3.1 as $AS_A;
	neighbor 10.50.3.3 as $AS_C;
	connect retry time 5;
	error wait time 2, 10;
	ipv4 {
		import all;
		export filter ours;
	};
}
CONF
birdc configure >/dev/null
for i in $(seq 60); do birdc show protocols cedar | grep -q Established && break; sleep 0.5; done
