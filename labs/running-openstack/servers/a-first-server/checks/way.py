import os

from archive import Archive
from lab import fail, ok
from labcloud import Refused, Silent

name = os.environ['SERVER']
wanted = '10.%(WING)s.%(AISLE)s.%(SEAT)s' % os.environ

try:
    archive = Archive()
    servers = archive.servers(name)
    if len(servers) != 1:
        fail('There is %s server called `%s`.' % ('no' if not servers else 'more than one', name))
    ports = archive.ports(servers[0])
    subnets = [one for port in ports for one in archive.subnets({'id': port['network_id']})]
except (Silent, Refused) as problem:
    fail(str(problem))
if wanted not in [one['ip_address'] for port in ports for one in port['fixed_ips']]:
    fail('`%s` is no longer at the address that the town has put down for it.' % name)
if not all(port['admin_state_up'] for port in ports):
    fail('What `%s` sends does not get as far as the network: it asks, and nobody hears it.' % name)
if not all(subnet['enable_dhcp'] for subnet in subnets):
    fail('`%s` asks for its address, and nobody on its network answers such questions.' % name)
ok('The question gets through, and there is somebody who answers.')
