import sys

sys.path.insert(0, '/lab')
import archive
from lab import credit, fail, ok

names = archive.withdrawn()
read = archive.read_all(names)
away = [name for name in names if read[name][0] == 404]
others = archive.read_all([name for name in archive.first() if name not in names][:8])
lost = [name for name, (status, same) in others.items() if status != 200 or not same]
if lost:
    fail(f'{lost[0]} was not withdrawn, and cannot be read.')
if len(away) < len(names):
    credit(0.5 * len(away) / len(names), f'{len(away)} of {len(names)} are gone.')
    fail(f'{len(names) - len(away)} of the {len(names)} in /srv/archive/withdrawn.txt can still be read.')
ok('None of them can be read any more.')
