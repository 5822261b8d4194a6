import sys

sys.path.insert(0, '/lab')
import archive
from lab import fail, ok

for host in ('proxy', 'zone1', 'zone3'):
    ring = archive.ring_of(host)
    if ring is None:
        fail(f'{host} has no /etc/swift/object.ring.gz that can be read.')
    trouble = archive.sound(ring)
    if trouble:
        fail(f'The ring on {host}: {trouble[0].lower()}{trouble[1:]} For four hours nothing should move: what goes on moving is moved back when the house returns.')
    if archive.answers('10.72.0.12', 'object'):
        continue  # the school is back: it may have been taken out and in again since
    if archive.digest_of(host) != archive.noted(f'ring-{host}'):
        fail(f'The ring on {host} is not the one of this morning: with a house dark, a rebalance moves copies of everything.')
ok('The ring is as it was.')
