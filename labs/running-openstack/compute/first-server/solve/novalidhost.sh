export HOME=/home/stack OS_CLOUD=team
openstack server delete --wait archive
openstack server create --wait --image tiny-linux --flavor m1.small --nic none archive
