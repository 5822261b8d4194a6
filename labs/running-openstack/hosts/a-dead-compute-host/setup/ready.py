# The controller is ready when every API answers; the compute hosts are waited for by what needs them.
import sys

from labcloud import Cloud, Refused, Silent

try:
    cloud = Cloud('admin')
    services = cloud.get('compute', '/os-services')['services']
    cloud.get('network', '/networks')
    cloud.get('image', '/images?limit=1')
    cloud.get('placement', '/resource_providers')
    up = {one['binary'] for one in services if one['state'] == 'up'}
    sys.exit(0 if up >= {'nova-scheduler', 'nova-conductor'} else 1)
except (Silent, Refused, KeyError):
    sys.exit(1)
