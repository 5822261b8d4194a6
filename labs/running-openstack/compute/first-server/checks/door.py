import sys

from lab import credit, fail, ok
from labcloud import Cloud, Refused, Silent


def main():
    cloud = Cloud('team')
    project = cloud.about['project']['id']
    servers = {one['name']: one for one in cloud.get('compute', '/servers/detail')['servers']}
    groups = {one['id']: one for one in cloud.get('network', '/security-groups?project_id=' + project)['security_groups']}
    if 'web' not in servers:
        fail('There is no server `web`.')
    ports = cloud.get('network', '/ports?device_id=' + servers['web']['id'])['ports']
    if not ports or not ports[0]['port_security_enabled']:
        fail('`web` is behind no security group at all: every door is open.')
    rules = [rule for group in ports[0]['security_groups'] for rule in groups[group]['security_group_rules']]
    doors = [rule for rule in rules if rule['direction'] == 'ingress' and not rule['remote_group_id']]
    if sys.argv[1] == 'only':
        many = [rule for rule in doors if (rule['protocol'] or '').lower() not in ('icmp', '1', 'ipv6-icmp')]
        if many:
            fail('A rule lets in %s. Only ping was asked for.' % (many[0]['protocol'] or 'every protocol'))
        if not doors:
            fail('No door has been opened yet.')
        ok()
    if 'probe' not in servers:
        fail('There is no server called `probe` yet that could knock.')
    if servers['probe']['status'] != 'ACTIVE':
        fail('`probe` is in state %s.' % servers['probe']['status'])
    probe = cloud.get('network', '/ports?device_id=' + servers['probe']['id'])['ports']
    if probe and set(probe[0]['security_groups']) & set(ports[0]['security_groups']):
        fail('`probe` is in the same security group as `web`: members let each other in, so that proves nothing.')
    console = cloud.post('compute', '/servers/%s/action' % servers['probe']['id'], {'os-getConsoleOutput': {}})['output']
    said = [line.strip() for line in console.splitlines() if line.startswith('probe: web')]
    if not said:
        fail('`probe` has said nothing yet on its console. Was it given `/srv/probe.sh` as user data?')
    credit(0.4, '`probe` knocks.')
    if said[-1] != 'probe: web answers':
        fail('`probe` knocks, and `web` is silent: no rule lets it in.')
    ok('A packet has gone from one machine to the other, and back.')


try:
    main()
except (Silent, Refused) as problem:
    fail(str(problem))
