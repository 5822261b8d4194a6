# Whether the server runs as it was meant to, and not only says so.
import os
import time

from archive import NETWORK, Archive
from lab import credit, fail, ok
from labcloud import Refused, Silent

PATIENCE = 40

name = os.environ['SERVER']
wanted = '10.%(WING)s.%(AISLE)s.%(SEAT)s' % os.environ

try:
    archive = Archive()
    servers = archive.servers(name)
    if not servers:
        fail('The archive has no server called `%s`. If one was asked for, what did the cloud answer?' % name)
    if len(servers) > 1:
        fail('There are %d servers called `%s`. Delete those that are one too many.' % (len(servers), name))
    server = servers[0]
    if server['status'] == 'ERROR':
        fail('`%s` is in state ERROR; `openstack server show` has a line `fault`. Such a server is deleted and asked for again.' % name)
    if server['status'] != 'ACTIVE' or server['OS-EXT-STS:power_state'] != 1:
        fail('`%s` is in state %s, and no machine runs for it yet.' % (name, server['status']))
    if server['flavor']['original_name'] != 'm1.tiny':
        fail('`%s` has the flavor %s, and leaves too little of what was agreed for the reading room.' % (name, server['flavor']['original_name']))
    if NETWORK not in server['addresses']:
        fail('`%s` is not on the network `%s`.' % (name, NETWORK))
    if len(server['addresses']) > 1:
        fail('`%s` is on more than one network.' % name)
    if wanted not in [one['addr'] for one in server['addresses'][NETWORK]]:
        fail('`%s` was given an address from the range, and not the one that the town has put down for it.' % name)
    credit(0.5, 'It runs, at its place.')
    if not server.get('OS-EXT-SRV-ATTR:user_data'):
        fail('`%s` was given no user data, so it has nothing to do. User data can only be given when a server is made.' % name)
    until = time.time() + PATIENCE
    while 'is ready' not in (said := '\n'.join(archive.console(server))) and time.time() < until:
        time.sleep(2)
except (Silent, Refused) as problem:
    fail(str(problem))
if 'is ready' not in said:
    fail('`%s` has not yet said on its console that it is ready. Emulated machines take their time.' % name)
if 'eth0 %s/' % wanted not in said:
    fail('`%s` has not got its address, as it says on its console.' % name)
if 'user data ran' not in said:
    fail('`%s` has not run its user data to the end, as it says on its console.' % name)
ok('It is ready, at %s.' % wanted)
