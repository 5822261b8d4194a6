import re
import sys

sys.path.insert(0, '/lab')
import archive
from lab import broken, credit, fail, file, ok

said = file('proxy', '/srv/archive/third-copy.txt')
if said is None or not said.strip():
    fail('There is nothing in /srv/archive/third-copy.txt on proxy yet.')
ring = archive.ring_of('proxy')
if ring is None:
    broken('The ring on proxy cannot be read.')
written = dict(re.findall(r'^\s*(\S+)\s+(zone[123]/d[12])\s*$', said, re.M))
right = 0
trouble = None
for name in archive.fresh():
    wanted = set(archive.places(ring, archive.ACCOUNT, archive.SERIES, name))
    having = {place for place, what in archive.copies(ring, name).items() if what == 'copy'}
    moved = {archive.named(place) for place in having - wanted}
    if not having:
        trouble = trouble or f'{name} is nowhere: take it in first.'
    elif not moved:
        trouble = trouble or f'{name} has no third copy at present; what was taken in with the house dark should. Take it in again.'
    elif name not in written:
        trouble = trouble or f'{name} is not in the file, with a place such as zone3/d1 beside it.'
    elif written[name] not in moved:
        trouble = trouble or f'There is no third copy of {name} on {written[name]}: which of the places that are tried next has one?'
    else:
        right += 1
credit(0.5 * right / len(archive.fresh()), f'{right} are right.')
if trouble:
    fail(trouble)
ok('You know where the third copies wait for the school.')
