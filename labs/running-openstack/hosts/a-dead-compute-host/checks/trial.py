# Whether it runs, and not only says so.
import os
import sys

sys.path.insert(0, '/lab')
import valley
from lab import credit, fail, hint, ok
from labcloud import Cloud, Refused, Silent

name = os.environ['SERVER'] + '-trial'
try:
    cloud = Cloud()
    servers = [one for one in cloud.get('compute', '/servers/detail?all_tenants=1')['servers'] if one['name'] == name]
    if not servers:
        fail('There is no server called `%s` yet.' % name)
    if len(servers) > 1:
        fail('There are %d servers called `%s`. Delete those that are one too many.' % (len(servers), name))
    server = servers[0]
    if server['status'] == 'ERROR':
        hint('A host that is just back is heard of by the scheduler and the network a little later. What was refused is not taken up again.')
    if server['status'] != 'ACTIVE':
        why = (server.get('fault') or {}).get('message')
        fail('`%s` is in state %s%s' % (name, server['status'], ': ' + why if why else '.'))
    if server['OS-EXT-SRV-ATTR:host'] != 'birch':
        fail('`%s` runs on %s, so it says nothing about birch.' % (name, server['OS-EXT-SRV-ATTR:host']))
    if server['id'] not in valley.guests('birch'):
        fail('`%s` says ACTIVE, and birch does not run it.' % name)
    credit(0.5, 'birch runs it.')
    if not server['addresses'].get('valley'):
        fail('`%s` is not on the network `valley`.' % name)
    if not valley.ready(cloud, server['id']):
        fail('`%s` has not said on its console that it is ready. Emulated machines take their time.' % name)
except (Silent, Refused) as problem:
    fail(str(problem))
ok('It runs on birch, and is ready.')
