import os
import sys

from lab import fail, ok
from labcloud import Cloud, Refused, Silent

try:
    cloud = Cloud('team')
    servers = [one for one in cloud.get('compute', '/servers/detail')['servers'] if one['name'] == 'web']
    if len(servers) != 1:
        fail('There are %d servers called `web`.' % len(servers))
    console = cloud.post('compute', '/servers/%s/action' % servers[0]['id'], {'os-getConsoleOutput': {}})['output']
except (Silent, Refused) as problem:
    fail(str(problem))
if 'web is ready' not in console:
    fail('`web` is still starting. `openstack console log show web` shows how far it is.')
if sys.argv[1] == 'address':
    wanted = 'web: eth0 10.77.%s.10/24' % os.environ['THIRD']
    if wanted not in console:
        said = next((line for line in console.splitlines() if line.startswith('web: eth0')), 'nothing about eth0')
        fail('The machine says on its console: %s. It asked for an address and did not get the one that is meant.' % said.strip())
    ok('It says so itself, on its console.')
if 'user data' not in console:
    fail('The machine has started without instructions. They are given when it is made, and only then.')
if ('The word is %s.' % os.environ['WORD']) not in console:
    fail('It had instructions, but they did not print `The word is %s.`' % os.environ['WORD'])
ok('It did what it was told.')
