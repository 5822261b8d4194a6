export HOME=/home/stack OS_CLOUD=admin
pkill -CONT -f "^/usr/bin/python3 /usr/bin/nova-$STILL"
for _ in $(seq 60); do openstack compute service list --service "nova-$STILL" -f value -c State | grep -qx up && break; sleep 1; done
# In the drill nobody has asked for an annex.
if openstack server show "$SERVER-annex" >/dev/null 2>&1; then
	openstack server delete --wait "$SERVER-annex"
	openstack server create --wait --image tiny-linux --flavor m1.tiny --network harbour "$SERVER-annex"
	for _ in $(seq 30); do openstack console log show "$SERVER-annex" | grep -q . && break; sleep 1; done
fi
