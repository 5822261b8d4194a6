import os

from lab import fail, hint, ok
from labcloud import Cloud, Refused, Silent

try:
    with open('/home/stack/trail/request', encoding='utf-8', errors='replace') as file:
        said = file.read().strip()
except OSError:
    fail('There is no file /home/stack/trail/request yet.')
try:
    cloud = Cloud()
    servers = cloud.get('compute', '/servers/detail')['servers']
    made = {}
    for server in servers:
        actions = cloud.get('compute', '/servers/%s/os-instance-actions' % server['id'])['instanceActions']
        made.update({action['request_id']: server['name'] for action in actions if action['action'] == 'create'})
except (Silent, Refused) as problem:
    fail(str(problem))
if not said.startswith('req-'):
    fail('A request id begins with `req-`; the file begins with something else.')
if said not in made:
    hint('One line, the id and nothing else.')
    fail('No server was asked for under this id. Servers have ids as well; this one is about the request.')
if made[said] != os.environ['SERVER']:
    fail('Under this id somebody asked for `%s`.' % made[said])
ok('Under this id somebody asked for `%s`.' % made[said])
