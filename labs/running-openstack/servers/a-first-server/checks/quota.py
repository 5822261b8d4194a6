from archive import Archive
from lab import fail, ok
from labcloud import Refused, Silent

AGREED = {'instances': 2, 'cores': 2, 'ram': 256}

try:
    archive = Archive()
    given = archive.cloud.get('compute', '/os-quota-sets/' + archive.id)['quota_set']
    others = archive.cloud.get('compute', '/os-quota-class-sets/default')['quota_class_set']
except (Silent, Refused) as problem:
    fail(str(problem))
for name, number in AGREED.items():
    if given[name] == -1:
        fail('The archive may now have any number of %s. One mistake of theirs, and the others have nothing left.' % name)
    if given[name] > number:
        fail('The archive may now have more %s (%d) than were agreed.' % (name, given[name]))
    if given[name] < number:
        fail('By its limit on %s the archive has less than was agreed.' % name)
if others['instances'] != 10 or others['cores'] != 20 or others['ram'] != 51200:
    fail('The limits that hold for every project have been changed. Only one project had a wrong one.')
ok('Two servers, two processors, 256 MB, as it was signed.')
