# The network that the machine shall live on.
from labcloud import Cloud

cloud = Cloud()
network = cloud.post('network', '/networks', {'network': {'name': 'office', 'shared': True}})['network']['id']
subnet = {'name': 'office', 'network_id': network, 'ip_version': 4, 'cidr': '192.0.2.0/24'}
cloud.post('network', '/subnets', {'subnet': subnet})
