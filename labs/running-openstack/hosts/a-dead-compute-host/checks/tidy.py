# What was evacuated is nowhere on birch: no guest, no disk, no share in Placement.
import sys

sys.path.insert(0, '/lab')
import valley
from lab import credit, fail, ok
from labcloud import Cloud, Refused, Silent

moved = valley.morning('birch')
try:
    cloud = Cloud()
    now = {one['id']: one for one in cloud.get('compute', '/servers/detail?all_tenants=1')['servers']}
    running, disks = valley.guests('birch'), valley.folders('birch')
    for key, was in moved.items():
        if key not in now:
            fail('The server `%s` is gone.' % was['name'])
        if key in running:
            fail('birch runs `%s` again, and so does oak.' % was['name'])
        if key in disks:
            fail('On birch there is still a disk of `%s`. nova-compute gives up what was evacuated when it starts.' % was['name'])
        if key not in valley.guests(now[key].get('OS-EXT-SRV-ATTR:host') or 'oak'):
            fail('`%s` does not run on %s any more.' % (was['name'], now[key].get('OS-EXT-SRV-ATTR:host')))
    credit(0.5, 'Its disks are gone.')
    hosts = {one['uuid']: one['name'] for one in cloud.get('placement', '/resource_providers')['resource_providers']}
    for key, was in moved.items():
        shares = cloud.get('placement', '/allocations/' + key)['allocations']
        where = sorted(hosts.get(one, one) for one in shares)
        if where != [now[key]['OS-EXT-SRV-ATTR:host']]:
            fail('Placement counts `%s` on %s. `room` shows it.' % (was['name'], ' and '.join(where) or 'no host'))
except (Silent, Refused) as problem:
    fail(str(problem))
ok('birch holds nothing that is not its own.')
