# Somebody has tidied up, and the power was cut: the server starts again and asks for its address in vain.
import os
import sys
import time

from archive import Archive

archive = Archive()
[server] = archive.servers(os.environ['SERVER'])
[port] = archive.ports(server)
if os.environ['NIGHT'] == 'owl':
    [subnet] = archive.subnets({'id': port['network_id']})
    archive.cloud.ask('PUT', 'network', '/subnets/' + subnet['id'], {'subnet': {'enable_dhcp': False}})
else:
    archive.cloud.ask('PUT', 'network', '/ports/' + port['id'], {'port': {'admin_state_up': False}})
archive.act(server, {'reboot': {'type': 'HARD'}})
until = time.time() + 480
time.sleep(5)
while time.time() < until:
    if any('got no address' in line for line in archive.console(server)):
        sys.exit(0)
    time.sleep(2)
sys.exit('The server has got its address all the same, or has not started.')
