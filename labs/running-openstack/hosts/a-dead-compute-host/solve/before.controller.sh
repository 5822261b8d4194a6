export HOME=/home/stack OS_CLOUD=admin
openstack server list --all-projects --host birch -f value -c ID >/home/stack/runbook/birch
