from lab import fail, ok
from labcloud import Cloud, Refused, Silent

WANTED = ('nova-conductor', 'nova-scheduler', 'nova-compute')

try:
    services = Cloud().get('compute', '/os-services')['services']
except (Silent, Refused) as problem:
    fail(str(problem))
for name in WANTED:
    mine = [one for one in services if one['binary'] == name]
    if not any(one['state'] == 'up' for one in mine):
        fail('%s has not been heard of for twenty seconds or more. Somebody may have to wake it.' % name)
    if any(one['status'] != 'enabled' for one in mine):
        fail('%s was disabled: it gets no more work.' % name)
ok('All of them were heard of within the last twenty seconds.')
