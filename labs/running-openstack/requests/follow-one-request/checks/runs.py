# Whether a server runs, and not only says so: a state can be set, a console cannot.
import os
import sys

from lab import credit, fail, ok
from labcloud import Cloud, Refused, Silent

name = os.environ['SERVER'] + ''.join(sys.argv[1:])
try:
    cloud = Cloud()
    servers = [one for one in cloud.get('compute', '/servers/detail')['servers'] if one['name'] == name]
    if not servers:
        fail('There is no server called `%s` now. It was deleted, and nobody has asked again.' % name)
    if len(servers) > 1:
        fail('There are %d servers called `%s`. Delete those that are one too many.' % (len(servers), name))
    server = servers[0]
    if server['status'] == 'ERROR':
        fail('`%s` is in state ERROR. A request that was given up is not taken up again by itself.' % name)
    if server['status'] != 'ACTIVE':
        fail('`%s` is in state %s. What does it wait for?' % (name, server['status']))
    if server['OS-EXT-STS:power_state'] != 1 or not server.get('OS-EXT-SRV-ATTR:host'):
        fail('`%s` says ACTIVE, and no host runs it: somebody has changed the word and not the thing.' % name)
    credit(0.5, 'A host runs it.')
    if not server['addresses'].get('harbour'):
        fail('`%s` is not on the network `harbour`.' % name)
    console = cloud.post('compute', '/servers/%s/action' % server['id'], {'os-getConsoleOutput': {}})['output']
except (Silent, Refused) as problem:
    fail(str(problem))
if not console.strip():
    fail('`%s` has not said a word on its console yet. Emulated machines take their time.' % name)
ok('It runs on %s, and speaks.' % server['OS-EXT-SRV-ATTR:host'])
