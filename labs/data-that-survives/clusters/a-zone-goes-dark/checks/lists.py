import sys

sys.path.insert(0, '/lab')
import archive
from lab import fail, ok

ring = archive.ring_of('proxy', 'container')
if ring is None:
    fail('There is no /etc/swift/container.ring.gz on proxy that can be read.')
at = archive.partition(ring, archive.ACCOUNT, archive.SERIES)
wanted = set(archive.now())
for ip, disk in sorted(archive.places(ring, archive.ACCOUNT, archive.SERIES)):
    place = archive.named((ip, disk))
    told = archive.listing(ip, disk, at)
    if told is None:
        fail(f'{place} has no list of {archive.SERIES}, or its container server does not answer.')
    if told - wanted:
        fail(f'The list of {archive.SERIES} on {place} names {sorted(told - wanted)[0]}, which the archive should not have.')
    if wanted - told:
        fail(f'The list of {archive.SERIES} on {place} lacks {sorted(wanted - told)[0]}: let the replicators of the others run once more.')
ok('All three houses tell the same list.')
