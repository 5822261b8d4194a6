export HOME=/home/stack OS_CLOUD=admin
openstack compute service set --down birch nova-compute
openstack compute service set --disable --disable-reason 'Silent since 05:50, switched off at its board' birch nova-compute
