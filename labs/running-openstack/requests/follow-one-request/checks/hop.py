import re

from lab import fail, ok

ID = r'req-[0-9a-f-]{36}'


def line(name):
    try:
        with open('/home/stack/trail/' + name, encoding='utf-8', errors='replace') as file:
            return file.read().strip()
    except OSError:
        return ''


request, said = line('request'), line('candidates')
if not re.fullmatch(ID, request):
    fail('First the id of the request itself, in /home/stack/trail/request.')
if not said:
    fail('There is no file /home/stack/trail/candidates yet.')
if said == request:
    fail("That is the id the question came with. Placement gave the question one of its own as well.")
try:
    with open('/var/log/cloud/placement.log', encoding='utf-8', errors='replace') as log:
        lines = [one for one in log if '[%s ' % request in one]
except OSError:
    fail('The log of Placement is gone, so nobody can tell any more.')
own = {found.group(1): one for one in lines if (found := re.search(r'\[%s (%s) ' % (request, ID), one))}
if said not in own:
    fail('Placement knows no question of this id that belongs to the request.')
if '/allocation_candidates' not in own[said]:
    fail('Placement was asked that as well, at another moment. Look for the one that asks who has room.')
ok('Placement was asked who has room, and this is what it called the question.')
