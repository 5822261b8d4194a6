import sys

sys.path.insert(0, '/lab')
import archive
from lab import credit, fail, ok

ring = archive.ring_of('proxy')
if ring is None or archive.sound(ring):
    fail('The ring on proxy does not say three houses any more: bring that in order first.')
names = archive.now()
right, trouble = archive.everywhere_right(ring, names)
if trouble:
    credit(0.5 * right / len(names), f'{right} of {len(names)} photographs lie right.')
    fail(f'{right} of {len(names)} photographs lie right. {trouble}')
ok(f'{len(names)} photographs, three copies of each, in three houses, and no copy is left aside.')
