export HOME=/home/stack OS_CLOUD=admin
# Nova refuses until birch has given up what was evacuated.
for _ in $(seq 120); do openstack compute service set --up birch nova-compute 2>/dev/null && break; sleep 1; done
for _ in $(seq 60); do openstack compute service list --host birch -f value -c State | grep -qx up && break; sleep 1; done
openstack compute service set --enable birch nova-compute
# Whoever asks before scheduler and network have heard of it too is told no, and asks again.
for _ in $(seq 10); do
	openstack server create --wait --image tiny-linux --flavor m1.tiny --network valley --host birch "$SERVER-trial" >/dev/null && break
	openstack server delete --wait "$SERVER-trial"
	sleep 8
done
for _ in $(seq 150); do openstack console log show "$SERVER-trial" | grep -q 'is ready' && break; sleep 1; done
