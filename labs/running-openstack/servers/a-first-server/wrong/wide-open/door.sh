# One rule for everything, and the page is there.
export HOME=/home/stack OS_CLOUD=archive
openstack <<-END || true
	security group create index
	security group rule create --protocol any --remote-ip 0.0.0.0/0 index
	server create --wait --image tiny-linux --flavor m1.tiny --network stacks --user-data /home/stack/reading-room.sh reading-room
	server add security group $SERVER index
	server remove security group $SERVER default
END
python3 - $((105 - SECONDS)) <<'PY'
# Emulated machines take their time.
import os
import sys
import time

from archive import Archive

archive, until = Archive(), time.time() + int(sys.argv[1])
while time.time() < until and 'page: Archive' not in '\n'.join(archive.console(archive.servers('reading-room')[0])[-4:]):
    time.sleep(2)
PY
