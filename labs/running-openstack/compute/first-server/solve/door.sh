export HOME=/home/stack OS_CLOUD=team
openstack security group create strangers
openstack server create --wait --image tiny-linux --flavor m1.tiny --user-data /srv/probe.sh \
	--network "$PROJECT-net" --security-group strangers probe
openstack security group rule create --protocol icmp --ingress default
for _ in $(seq 120); do openstack console log show probe | grep -q 'web answers' && break; sleep 1; done
