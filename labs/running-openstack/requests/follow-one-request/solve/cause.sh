export HOME=/home/stack OS_CLOUD=admin
openstack image unset --property hw_vif_model tiny-linux
openstack server delete --wait "$SERVER"
openstack server create --wait --image tiny-linux --flavor m1.tiny --network harbour "$SERVER"
for _ in $(seq 30); do openstack console log show "$SERVER" | grep -q . && break; sleep 1; done
