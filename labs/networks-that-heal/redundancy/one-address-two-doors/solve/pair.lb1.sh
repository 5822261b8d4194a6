cat > /etc/keepalived/keepalived.conf <<CFG
vrrp_instance hall {
	state BACKUP
	interface eth0
	virtual_router_id $VRID
	priority 150
	advert_int 1
	virtual_ipaddress {
		10.41.0.$VIP/24
	}
}
CFG
ln -sfn /etc/sv/keepalived /etc/service/keepalived
