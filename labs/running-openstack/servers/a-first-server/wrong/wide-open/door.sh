# One rule for everything, and the page is there.
export HOME=/home/stack OS_CLOUD=archive
openstack <<-END || true
	security group create index
	security group rule create --protocol any --remote-ip 0.0.0.0/0 index
	server create --wait --image tiny-linux --flavor m1.tiny --network stacks --user-data /home/stack/reading-room.sh reading-room
	server add security group $SERVER index
	server remove security group $SERVER default
END
for _ in $(seq 60); do openstack console log show --lines 3 reading-room | grep -q "page: Archive" && break; sleep 1; done
