# What the reading room's screen sees now: it says so on its console, a line for each look. Packets
# really pass the rules, so this is the word that counts.
import os
import re
import sys
import time

from archive import NETWORK, READER, Archive
from lab import fail, hint, ok
from labcloud import Refused, Silent

LOOK = re.compile(r'^look (\d+): editor (\w+), page: (.*)$')
PATIENCE = 45


def running(name):
    servers = archive.servers(name)
    if len(servers) != 1:
        fail('There is %s server called `%s`.' % ('no' if not servers else 'more than one', name))
    if servers[0]['status'] != 'ACTIVE' or servers[0]['OS-EXT-STS:power_state'] != 1:
        fail('`%s` is in state %s, and does not run.' % (name, servers[0]['status']))
    return servers[0]


def last_look(server):
    return next((found for line in reversed(archive.console(server)) if (found := LOOK.match(line))), None)


try:
    archive = Archive()
    server, reader = running(os.environ['SERVER']), running(READER)
    if NETWORK not in reader['addresses']:
        fail('`%s` is not on the network `%s`.' % (READER, NETWORK))
    if 'started' in sys.argv:
        said = '\n'.join(archive.console(server))
        if 'got no address' in said:
            fail('`%s` says on its console that it got no address when it last started.' % server['name'])
    if not reader.get('OS-EXT-SRV-ATTR:user_data'):
        fail('`%s` was given no user data, so its screen is dark.' % READER)
    # A look that began before now may tell of yesterday, so the second one from here is the first that
    # counts. One that brings no page gets two more, since a server may just be starting.
    until, first, look = time.time() + PATIENCE, None, None
    while time.time() < until:
        look = last_look(reader)
        first = first or look
        since = int(look[1]) - int(first[1]) if look else 0
        if since > 3 or since > 1 and look[3] != 'none':
            break
        time.sleep(1.5)
except (Silent, Refused) as problem:
    fail(str(problem))
if not look:
    fail('The screen of `%s` has not said anything yet; see `openstack console log show`. Emulated machines take their time.' % READER)
_, editor, page = look.groups()
if editor != 'closed':
    fail('The reading room reaches the editor as well, and could rewrite the index.')
if page == 'none':
    fail('The page does not come: the screen of `%s` waits for it in vain.' % READER)
if os.environ['MARK'] not in page:
    hint('The page comes from server.sh, and has the shelf mark of the archive.')
    fail('A page comes, and it is not the one of `%s`.' % server['name'])
ok('The reading room has the page, and the editor is closed to it.')
