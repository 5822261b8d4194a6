export HOME=/home/stack OS_CLOUD=archive
case $SLIP in ram) agreed=256 ;; *) agreed=2 ;; esac
openstack --os-cloud admin quota set "--$SLIP" "$agreed" archive
openstack port create --network stacks --fixed-ip "ip-address=10.$WING.$AISLE.$SEAT" "$SERVER"
openstack server create --wait --image tiny-linux --flavor m1.tiny --port "$SERVER" --user-data /home/stack/server.sh "$SERVER"
for _ in $(seq 60); do openstack console log show "$SERVER" | grep -q 'is ready' && break; sleep 1; done
