export HOME=/home/stack OS_CLOUD=archive
case $SLIP in ram) agreed=256 ;; *) agreed=2 ;; esac
openstack --os-cloud admin quota set "--$SLIP" "$agreed" archive
openstack port create --network stacks --fixed-ip "ip-address=10.$WING.$AISLE.$SEAT" "$SERVER"
openstack server create --wait --image tiny-linux --flavor m1.tiny --port "$SERVER" --user-data /home/stack/server.sh "$SERVER"
python3 - $((105 - SECONDS)) <<'PY'
# Emulated machines take their time.
import os
import sys
import time

from archive import Archive

archive, until = Archive(), time.time() + int(sys.argv[1])
while time.time() < until and 'is ready' not in '\n'.join(archive.console(archive.servers(os.environ['SERVER'])[0])):
    time.sleep(2)
PY
