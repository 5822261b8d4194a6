# lb1 balances, and asks nobody how they are. lb2 was bought in spring and never set up.
nft flush ruleset # what the engine keeps there for its own name server, which labs do not use
install -d /run/haproxy
cat > /etc/haproxy/haproxy.cfg <<'CFG'
global
	stats socket /run/haproxy/admin.sock mode 660 level user
	maxconn 200

defaults
	mode http
	timeout connect 2s
	timeout client 10s
	timeout server 10s

frontend tickets
	bind :80
	default_backend offices

backend offices
	balance roundrobin
	server web1 10.41.0.21:8080
	server web2 10.41.0.22:8080
CFG
case $LAB_HOST in
	lb1)
		ln -sfn /etc/sv/haproxy /etc/service/haproxy
		for i in $(seq 75); do
			curl -s -m 1 -o /dev/null http://127.0.0.1/ && exit 0
			sleep 0.2
		done
		echo 'The balancer did not start.' >&2
		exit 1
		;;
	lb2) printf '# Not set up yet. See lb1.\n' > /etc/haproxy/haproxy.cfg ;;
esac
