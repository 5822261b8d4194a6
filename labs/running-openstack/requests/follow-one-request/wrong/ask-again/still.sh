# What is seen is restarted and asked again; what stands still stands on.
export HOME=/home/stack OS_CLOUD=admin
sv -w 30 restart nova-api || true
for _ in $(seq 60); do openstack server delete "$SERVER-annex" && break; sleep 1; done
openstack server create --image tiny-linux --flavor m1.tiny --network harbour "$SERVER-annex"
