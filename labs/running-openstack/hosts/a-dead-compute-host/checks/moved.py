# Both servers: the same ones, on oak, with a guest that has come up, and nowhere else.
import sys

sys.path.insert(0, '/lab')
import valley
from lab import credit, fail, ok
from labcloud import Cloud, Refused, Silent

try:
    cloud = Cloud()
    now = {one['id']: one for one in cloud.get('compute', '/servers/detail?all_tenants=1')['servers']}
    lost = valley.morning('birch')
    for key, was in lost.items():
        name = was['name']
        if key not in now:
            again = any(one['name'] == name for one in now.values())
            fail('The server `%s` of this morning is gone%s: %s' % (
                name, ', and another has its name' if again else '',
                'what relied on its id, its port or its address relies on nothing.'))
        host, status = now[key].get('OS-EXT-SRV-ATTR:host'), now[key]['status']
        if status == 'ERROR':
            fail('`%s` is in state ERROR: %s' % (name, (now[key].get('fault') or {}).get('message', 'it does not say why.')))
        if host == 'birch':
            fail('`%s` is still counted on birch, in state %s.' % (name, status))
        if status == 'SHUTOFF':
            fail('`%s` is on %s now, and switched off. Nova leaves it to you to switch on what was evacuated.' % (name, host))
        if status != 'ACTIVE':
            fail('`%s` is in state %s.' % (name, status))
    here, there = valley.guests('oak'), valley.guests('birch')
    for key, was in lost.items():
        if key not in here:
            fail('`%s` says ACTIVE, and oak does not run it: somebody has changed the word and not the thing.' % was['name'])
        if key in there:
            fail('`%s` runs twice, on birch and on oak.' % was['name'])
        if valley.addresses(now[key]) != was['addresses']:
            fail('`%s` has another address than this morning.' % was['name'])
    credit(0.5, 'Both run on oak.')
    for key, was in lost.items():
        if not valley.ready(cloud, key):
            fail('`%s` runs on oak, and has not come up yet: nothing on its console says that it is ready.' % was['name'])
    done = []
    for key in lost:
        actions = cloud.get('compute', '/servers/%s/os-instance-actions' % key)['instanceActions']
        done += [one['updated_at'] for one in actions if one['action'] in ('evacuate', 'start')]
except (Silent, Refused) as problem:
    fail(str(problem))

# How long it took from the cut to the last of them; nothing hangs on it.
try:
    from datetime import datetime, timezone

    with open('/lab/cut', encoding='utf-8') as file:
        cut = float(file.read())
    last = datetime.fromisoformat(max(done)).replace(tzinfo=timezone.utc).timestamp()
    ok('Both run on oak, %d minutes after birch fell silent, with the ids and addresses they had.' % max(1, round((last - cut) / 60)))
except (OSError, ValueError):
    ok('Both run on oak, with the ids and addresses they had.')
