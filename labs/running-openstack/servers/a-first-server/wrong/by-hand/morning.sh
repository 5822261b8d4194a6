# At the server's keyboard the address is typed in, and the page may even come back, until the next start.
export HOME=/home/stack OS_CLOUD=archive
python3 - "$(openstack server show "$SERVER" -f value -c id)" "10.$WING.$AISLE.$SEAT/27" <<'PY'
import socket
import sys
import time

server, address = sys.argv[1:]
with socket.socket(socket.AF_UNIX) as serial:
    serial.connect('/srv/cloud/data/nova/instances/%s/serial' % server)
    serial.sendall(('\nip addr add %s dev eth0\n' % address).encode())
    time.sleep(10)
PY
