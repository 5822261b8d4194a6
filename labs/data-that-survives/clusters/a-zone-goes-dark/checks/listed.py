import re
import sys

sys.path.insert(0, '/lab')
import archive
from lab import credit, fail, file, ok

said = file('proxy', '/srv/archive/two-houses.txt')
if said is None or not said.strip():
    fail('There is nothing in /srv/archive/two-houses.txt on proxy yet.')
names = set(re.findall(rf'{archive.SERIES}-\d+-\d+', said))
if not names:
    fail('Not one photograph is named in /srv/archive/two-houses.txt: it takes one name on each line, as the container lists it.')
true = set(archive.noted('two-houses'))
unknown = names - set(archive.first())
if unknown:
    fail(f'The archive has no photograph {sorted(unknown)[0]}.')
right = len(names & true)
if names - true:
    if right > len(names - true):
        credit(0.3, 'Most of them are right.')
    fail(f'{sorted(names - true)[0]} is on your list, and its copies are in three houses: look at the addresses of its three places, not at those of the handoffs.')
if true - names:
    credit(0.5 * right / len(true), 'All that you name are right.')
    fail('All that you name are right, and there are more.')
ok(f'{len(true)} of {len(archive.first())} photographs have two copies in one house.')
