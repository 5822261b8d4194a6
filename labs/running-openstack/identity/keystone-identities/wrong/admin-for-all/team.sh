# Works at once for everybody, for everything.
export HOME=/home/stack OS_CLOUD=admin
openstack project create "$PROJECT"
openstack group create "$PROJECT-team"
openstack user create --password "$FIRST" "$ANNA"
openstack user create --password "$FIRST" "$BELA"
openstack role add --project "$PROJECT" --group "$PROJECT-team" admin
openstack group add user "$PROJECT-team" "$ANNA"
openstack role add --project "$PROJECT" --user "$BELA" reader
