import os
import sys
import time

from archive import Archive

archive = Archive()
[server] = archive.servers(os.environ['SERVER'])
[port] = archive.ports(server)
[subnet] = archive.subnets({'id': port['network_id']})
archive.cloud.ask('PUT', 'network', '/subnets/' + subnet['id'], {'subnet': {'enable_dhcp': True}})
archive.cloud.ask('PUT', 'network', '/ports/' + port['id'], {'port': {'admin_state_up': True}})
archive.act(server, {'reboot': {'type': 'HARD'}})
until = time.time() + 480
time.sleep(5)
while time.time() < until:
    said = '\n'.join(archive.console(server))
    if 'is ready' in said and 'got no address' not in said:
        sys.exit(0)
    time.sleep(2)
sys.exit('The server has not come back.')
