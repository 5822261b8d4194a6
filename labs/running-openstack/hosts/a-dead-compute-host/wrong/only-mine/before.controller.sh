# The list that everybody looks at first: the servers of one's own project.
export HOME=/home/stack OS_CLOUD=admin
for server in $(openstack server list -f value -c ID); do
	[ "$(openstack server show "$server" -f value -c OS-EXT-SRV-ATTR:host)" != birch ] || echo "$server"
done >/home/stack/runbook/birch
