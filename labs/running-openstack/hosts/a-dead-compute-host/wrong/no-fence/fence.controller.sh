# Nova says that it is down, so it is told that it is down; the guests on birch run on.
export HOME=/home/stack OS_CLOUD=admin
openstack compute service set --down birch nova-compute
openstack compute service set --disable --disable-reason 'Does not answer' birch nova-compute
