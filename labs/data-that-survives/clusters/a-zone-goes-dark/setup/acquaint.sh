# Root of the proxy may log in to the zones, and knows them when it does.
key=$(file proxy /root/.ssh/id_ed25519.pub)
for zone in zone1 zone2 zone3; do
	on $zone sh -c 'for i in $(seq 100); do [ -s /etc/ssh/ssh_host_ed25519_key.pub ] && exit 0; sleep 0.3; done; exit 1'
	on $zone sh -c 'printf "%s\n" "$1" >/root/.ssh/authorized_keys' sh "$key"
	host=$(file $zone /etc/ssh/ssh_host_ed25519_key.pub)
	on proxy sh -c 'printf "%s %s\n" "$1" "$2" >>/root/.ssh/known_hosts' sh "$zone" "$host"
done
