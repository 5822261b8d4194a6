export HOME=/home/stack OS_CLOUD=team
openstack port create --network "$PROJECT-net" --fixed-ip "ip-address=10.77.$THIRD.10" web-port
openstack server create --wait --image tiny-linux --flavor m1.tiny --port web-port web
for _ in $(seq 120); do openstack console log show web | grep -q 'web is ready' && break; sleep 1; done
