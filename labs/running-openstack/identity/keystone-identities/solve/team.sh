# One client for all of it: each start costs a second. At the end of its input it ends with a 1.
export HOME=/home/stack OS_CLOUD=admin
openstack <<END || true
project create $PROJECT
group create $PROJECT-team
user create --password $FIRST $ANNA
user create --password $FIRST $BELA
role add --project $PROJECT --group $PROJECT-team member
group add user $PROJECT-team $ANNA
role add --project $PROJECT --user $BELA reader
END
