from lab import fail, ok
from labcloud import Cloud, Refused, Silent

try:
    servers = [one for one in Cloud('team').get('compute', '/servers/detail')['servers'] if one['name'] == 'archive']
except (Silent, Refused) as problem:
    fail(str(problem))
if not servers:
    fail('There is no server called `archive` now. It is still needed.')
if any(one['status'] == 'ERROR' for one in servers):
    fail('The `archive` that was never built is still there.')
if servers[0]['status'] != 'ACTIVE':
    fail('`archive` is in state %s.' % servers[0]['status'])
ok('It runs, as %s.' % servers[0]['flavor']['original_name'])
