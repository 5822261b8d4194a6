export HOME=/home/stack OS_CLOUD=team
openstack network create "$PROJECT-net"
openstack subnet create --network "$PROJECT-net" --subnet-range "10.77.$THIRD.0/24" "$PROJECT-subnet"
