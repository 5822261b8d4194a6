import sys

sys.path.insert(0, '/lab')
import archive
from lab import credit, fail, ok

names = archive.fresh()
read = archive.read_all(names)
right = [name for name in names if read[name] == (200, True)]
credit(0.5 * len(right) / len(names), f'{len(right)} of {len(names)} are in.')
for name in names:
    status, same = read[name]
    if status == 200 and not same:
        fail(f'{name} is in the archive, but not with the content of /srv/archive/new/{name}.')
    if status != 200:
        fail(f'{len(right)} of {len(names)} new photographs can be read. Asked for {archive.SERIES}/{name}, the proxy answers {status or "nothing"}.')
ok(f'All {len(names)} new photographs can be read, with a house dark.')
