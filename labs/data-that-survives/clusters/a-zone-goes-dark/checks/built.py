import sys

sys.path.insert(0, '/lab')
import archive
from lab import fail, ok

ring = archive.ring_of('proxy')
if ring is None:
    fail('There is no ring in /etc/swift/object.ring.gz on proxy that Swift can read.')
trouble = archive.sound(ring)
if trouble:
    fail(f'What /etc/swift/object.ring.gz on proxy says: {trouble[0].lower()}{trouble[1:]}')
ok('In the ring of the objects every disk stands in its own house.')
