# The state is set to what it should be.
export HOME=/home/stack OS_CLOUD=admin
openstack image unset --property hw_vif_model tiny-linux
openstack server set --state active "$SERVER"
