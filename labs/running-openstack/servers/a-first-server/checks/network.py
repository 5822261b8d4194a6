import os

from archive import NETWORK, Archive
from lab import credit, fail, ok
from labcloud import Refused, Silent

wanted = '10.%(WING)s.%(AISLE)s.0/27' % os.environ

try:
    archive = Archive()
    network = archive.network()
    if not network:
        others = archive.cloud.get('network', '/networks?name=' + NETWORK)['networks']
        if others:
            fail('There is a network `%s`, and it belongs to another project. Which cloud did `OS_CLOUD` say?' % NETWORK)
        fail('The archive has no network called `%s` yet.' % NETWORK)
    credit(0.3, 'The network is there.')
    subnets = archive.subnets(network)
except (Silent, Refused) as problem:
    fail(str(problem))
if not subnets:
    fail('`%s` has no subnet: nobody on it would get an address.' % NETWORK)
right = [one for one in subnets if one['cidr'] == wanted]
if not right:
    fail('The range of `%s` is %s, and the plan of the town says another.' % (NETWORK, subnets[0]['cidr']))
if len(subnets) > 1:
    fail('`%s` has %d subnets. One is enough; the other would hand out addresses that nobody expects.' % (NETWORK, len(subnets)))
if not right[0]['enable_dhcp']:
    fail('Nobody hands out the addresses of this subnet.')
ok('Addresses of %s can be had there.' % wanted)
