# A project with its member, and a server in it that could not be built.
import os
import sys
import time

from labcloud import Cloud

project, cloud = os.environ['PROJECT'], Cloud('admin')
made = cloud.post('identity', '/projects', {'project': {'name': project, 'domain_id': 'default'}})['project']['id']
user = cloud.post('identity', '/users', {'user': {'name': project, 'domain_id': 'default', 'password': os.environ['PASS']}})['user']['id']
roles = {role['name']: role['id'] for role in cloud.get('identity', '/roles')['roles']}
cloud.ask('PUT', 'identity', '/projects/%s/users/%s/roles/%s' % (made, user, roles['member']))

big = {'vcpus': 1, 'ram': 256, 'disk': 2}
big[{'memory': 'ram', 'disk': 'disk', 'processors': 'vcpus'}[os.environ['SHORT']]] = {'memory': 4096, 'disk': 500, 'processors': 256}[os.environ['SHORT']]
flavor = cloud.post('compute', '/flavors', {'flavor': {'name': 'm1.archive', 'id': 'archive', **big}})['flavor']['id']
image = cloud.get('image', '/images?name=tiny-linux')['images'][0]['id']
team = Cloud('team')
wanted = {'name': 'archive', 'flavorRef': flavor, 'imageRef': image, 'networks': 'none'}
server = team.post('compute', '/servers', {'server': wanted})['server']['id']
for _ in range(300):
    if team.get('compute', '/servers/' + server)['server']['status'] == 'ERROR':
        sys.exit(0)
    time.sleep(0.5)
sys.exit('The server that cannot be built was built, or nobody tried.')
