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
	option httpchk GET /health
	server web1 10.41.0.21:8080 check inter 1s fall 2 rise 2
	server web2 10.41.0.22:8080 check inter 1s fall 2 rise 2
CFG
ln -sfn /etc/sv/haproxy /etc/service/haproxy
cat > /etc/keepalived/keepalived.conf <<CFG
vrrp_instance hall {
	state BACKUP
	interface eth0
	virtual_router_id $VRID
	priority 100
	advert_int 1
	virtual_ipaddress {
		10.41.0.$VIP/24
	}
}
CFG
ln -sfn /etc/sv/keepalived /etc/service/keepalived
for i in $(seq 60); do curl -fsS -m 1 -o /dev/null "http://10.41.0.$VIP/" && break; sleep 0.5; done
sleep 5
