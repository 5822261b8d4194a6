export HOME=/home/stack OS_CLOUD=archive
openstack subnet set --dhcp stacks
openstack port set --enable "$(openstack port list --server "$SERVER" -f value -c ID)"
openstack server reboot --hard "$SERVER"
for _ in $(seq 60); do openstack console log show --lines 3 reading-room | grep -q "page: Archive" && break; sleep 1; done
