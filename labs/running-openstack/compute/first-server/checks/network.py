import os

from lab import credit, fail, ok
from labcloud import Cloud, Refused, Silent

name, wanted = os.environ['PROJECT'] + '-net', '10.77.%s.0/24' % os.environ['THIRD']
try:
    cloud = Cloud('team')
    networks = cloud.get('network', '/networks?name=' + name)['networks']
    if not networks:
        fail('There is no network called `%s` yet.' % name)
    credit(0.3, 'The network is there.')
    subnets = cloud.get('network', '/subnets?network_id=' + networks[0]['id'])['subnets']
except (Silent, Refused) as problem:
    fail(str(problem))
if not subnets:
    fail('The network `%s` has no subnet, so it has no addresses to give.' % name)
subnet = next((one for one in subnets if one['cidr'] == wanted), None)
if not subnet:
    fail('The subnet has the range %s. Wanted is %s.' % (subnets[0]['cidr'], wanted))
if not subnet['enable_dhcp']:
    fail('The subnet hands out no addresses: a machine on it would never learn its own.')
ok()
