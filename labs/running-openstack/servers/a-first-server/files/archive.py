"""What the archive has in this cloud, as the operator sees it."""

from labcloud import Cloud

NETWORK, READER = 'stacks', 'reading-room'


class Archive:
    def __init__(self):
        self.cloud = Cloud('admin')
        self.id = self.cloud.get('identity', '/projects?name=archive')['projects'][0]['id']

    def get(self, service, path):
        """What is listed under a path, of this project only."""
        answer = self.cloud.get(service, path + ('&' if '?' in path else '?') + 'project_id=' + self.id)
        return next(value for value in answer.values() if isinstance(value, list))

    def servers(self, name):
        every = self.get('compute', '/servers/detail?all_tenants=1')
        return [one for one in every if one['name'] == name]

    def ports(self, server):
        return self.cloud.get('network', '/ports?device_id=' + server['id'])['ports']

    def network(self):
        return next(iter(self.get('network', '/networks?name=' + NETWORK)), None)

    def subnets(self, network):
        return self.cloud.get('network', '/subnets?network_id=' + network['id'])['subnets']

    def act(self, server, action):
        return self.cloud.post('compute', '/servers/%s/action' % server['id'], action)

    def console(self, server):
        """What the server has said since its last start, line by line."""
        said = self.act(server, {'os-getConsoleOutput': {}})['output'].replace('\r', '')
        return said.split('Boot loader: starting Linux.')[-1].split('\n')
