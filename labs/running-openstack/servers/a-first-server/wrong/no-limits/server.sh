# Away with the limits, and then the larger one.
export HOME=/home/stack OS_CLOUD=archive
openstack --os-cloud admin quota set --instances -1 --cores -1 --ram -1 archive
openstack port create --network stacks --fixed-ip "ip-address=10.$WING.$AISLE.$SEAT" "$SERVER"
openstack server create --wait --image tiny-linux --flavor m1.small --port "$SERVER" --user-data /home/stack/server.sh "$SERVER"
