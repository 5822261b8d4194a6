import os

from lab import credit, fail, ok
from labcloud import Cloud, Refused, Silent

try:
    cloud = Cloud('team')
    servers = [one for one in cloud.get('compute', '/servers/detail')['servers'] if one['name'] == 'web']
except (Silent, Refused) as problem:
    fail(str(problem))
if not servers:
    fail('There is no server called `web` yet.')
if len(servers) > 1:
    fail('There are %d servers called `web`. Delete those that are one too many.' % len(servers))
web = servers[0]
if web['status'] == 'ERROR':
    fail('`web` could not be built: %s' % (web.get('fault') or {}).get('message', 'it does not say why.'))
if web['status'] != 'ACTIVE':
    fail('`web` is in state %s. A machine takes some seconds to be built.' % web['status'])
credit(0.5, 'It is ACTIVE.')
addresses = web['addresses'].get(os.environ['PROJECT'] + '-net', [])
if not addresses:
    fail('`web` is not on the network `%s-net`.' % os.environ['PROJECT'])
wanted = '10.77.%s.10' % os.environ['THIRD']
if addresses[0]['addr'] != wanted:
    fail('`web` has the address %s, and the others expect it at %s.' % (addresses[0]['addr'], wanted))
ok('It has the address %s.' % wanted)
