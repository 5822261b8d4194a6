# Enabled again; that somebody had said "down" is forgotten.
export HOME=/home/stack OS_CLOUD=admin
openstack compute service set --enable birch nova-compute
openstack server create --image tiny-linux --flavor m1.tiny --network valley --host birch "$SERVER-trial" >/dev/null || true
