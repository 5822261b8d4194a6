import os
import re
import sys

from lab import fail, ok
from labcloud import Cloud, Refused, Silent

try:
    cloud = Cloud()
    servers = [one for one in cloud.get('compute', '/servers/detail')['servers'] if one['name'] == 'ledger']
    if not servers:
        fail('There is no server called `ledger` yet.')
    if len(servers) > 1:
        fail('There are %d servers called `ledger`. Delete those that are one too many.' % len(servers))
    server = servers[0]
    if server['status'] != 'ACTIVE':
        fail('The server `ledger` is in state %s. %s' % (server['status'], (server.get('fault') or {}).get('message', '')))
    console = cloud.post('compute', '/servers/%s/action' % server['id'], {'os-getConsoleOutput': {}})['output']
except (Silent, Refused) as problem:
    fail(str(problem))
if 'seal ' + os.environ['SEAL'] not in console:
    if 'Gave up waiting' in console:
        fail('The machine was started and has not found its disk. Its console says what it has drivers for.')
    if 'Boot loader' not in console:
        fail('The machine has not said a word yet. Emulated ones take their time.')
    fail('The machine is on its way up, or the ledger on its disk is not the one that was exported.')
if sys.argv[1] == 'boots':
    ok('%s entries, and the seal is right.' % os.environ['ENTRIES'])
addresses = [one['addr'] for one in server['addresses'].get('office', [])]
if not addresses:
    fail('The server is not on the network `office`.')
if 'ledger: eth0 %s/24' % addresses[0] not in console:
    card = re.search(r'ledger: (no network card.*|eth0 .*)', console)
    fail('The machine runs, and nobody reaches it. It says: %s.' % (card.group(1).strip() if card else 'nothing of a network card'))
ok('It has the address %s.' % addresses[0])
