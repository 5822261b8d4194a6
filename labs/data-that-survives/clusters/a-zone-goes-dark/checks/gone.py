import sys

sys.path.insert(0, '/lab')
import archive
from lab import broken, fail, ok

ring = archive.ring_of('proxy')
if ring is None:
    broken('The ring on proxy cannot be read.')
names = archive.withdrawn()
back = [name for name, (status, _) in archive.read_all(names).items() if status == 200]
if back:
    fail(f'{len(back)} photographs that were withdrawn can be read again, {back[0]} for one. Who still had a copy, and who still knew that there should be none?')
for name, held in archive.all_copies(ring, names).items():
    having = [place for place, what in held.items() if what in ('copy', 'damaged')]
    if having:
        fail(f'{archive.named(having[0])} has a copy of {name}, which was withdrawn; the next reader may be given it.')
ok('What was withdrawn is on no disk that serves.')
