export HOME=/home/stack OS_CLOUD=team
openstack server delete --wait archive
