# Ready when a server could be made: a compute host is up, and its switch is known to the network.
import sys

from labcloud import Cloud, Refused, Silent

try:
    cloud = Cloud('admin')
    services = cloud.get('compute', '/os-services')['services']
    agents = cloud.get('network', '/agents')['agents']
    up = any(one['binary'] == 'nova-compute' and one['state'] == 'up' for one in services)
    known = cloud.get('compute', '/os-hypervisors/detail')['hypervisors']
    sys.exit(0 if up and known and any(agent['alive'] for agent in agents) else 1)
except (Silent, Refused, KeyError):
    sys.exit(1)
