export HOME=/home/stack OS_CLOUD=archive
openstack subnet set --dhcp stacks
openstack port set --enable "$(openstack port list --server "$SERVER" -f value -c ID)"
openstack server reboot --hard "$SERVER"
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
