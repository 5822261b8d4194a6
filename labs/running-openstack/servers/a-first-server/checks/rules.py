# Every rule that lets something in to the server, and whether the reading room needs it.
import os

from archive import READER, Archive
from lab import fail, ok
from labcloud import Refused, Silent

name, port = os.environ['SERVER'], int(os.environ['PORT'])

try:
    archive = Archive()
    found = {one: archive.servers(one) for one in (name, READER)}
    for one, servers in found.items():
        if len(servers) != 1:
            fail('There is %s server called `%s`.' % ('no' if not servers else 'more than one', one))
    [mine], [theirs] = (archive.ports(found[one][0]) for one in (name, READER))
    groups = {one['id']: one for one in archive.get('network', '/security-groups')}
except ValueError:
    fail('Both servers have one network card each, on `stacks`.')
except (Silent, Refused) as problem:
    fail(str(problem))

if not mine['port_security_enabled']:
    fail('The port of `%s` has its port security switched off: no rule stands before it at all.' % name)
if not mine['security_groups']:
    fail('`%s` is in no security group, so nothing is let in at all.' % name)
reader = [one['ip_address'] for one in theirs['fixed_ips']]
needed = False
for group in (groups[one] for one in mine['security_groups']):
    for rule in (one for one in group['security_group_rules'] if one['direction'] == 'ingress'):
        if rule['remote_group_id'] in mine['security_groups'] and rule['protocol'] is None:
            fail('`%s` is in the group `%s`, which lets in everything from whoever is in it as well.' % (name, group['name']))
        if rule['protocol'] not in ('tcp', '6'):
            fail('A rule of `%s` lets in %s. The page comes over TCP.' % (group['name'], rule['protocol'] or 'every protocol'))
        if (rule['port_range_min'], rule['port_range_max']) != (port, port):
            fail('A rule of `%s` opens other ports than the one of the page.' % group['name'])
        only = rule['remote_ip_prefix'] in [address + '/32' for address in reader]
        if not only and rule['remote_group_id'] not in theirs['security_groups']:
            fail('A rule of `%s` lets in others than the reading room.' % group['name'])
        if not only and groups[rule['remote_group_id']]['name'] == 'default':
            fail('A rule of `%s` lets in whoever is in `default`, and that is every server that is not told otherwise.' % group['name'])
        needed = True
if not needed:
    fail('No rule lets the reading room in to the page.')
ok('One port, one visitor.')
