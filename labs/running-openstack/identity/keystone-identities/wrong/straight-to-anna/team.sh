# It works today. When Anna leaves, so does the right of whoever comes after her.
export HOME=/home/stack OS_CLOUD=admin
openstack <<END || true
project create $PROJECT
group create $PROJECT-team
user create --password $FIRST $ANNA
user create --password $FIRST $BELA
role add --project $PROJECT --user $ANNA member
role add --project $PROJECT --user $BELA reader
END
