"""The photographs come in by the front door, and what is true of them now is noted for the checks."""
import sys

sys.path.insert(0, '/lab')
import archive

archive.put_all(archive.first())
ring = archive.ring_of('proxy')
archive.note('two-houses', [name for name in archive.first() if archive.houses(ring, name) < 3])
archive.note('ring', archive.digest_of('proxy'))
