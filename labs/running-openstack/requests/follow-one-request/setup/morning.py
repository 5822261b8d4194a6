# The cloud as the night has left it: an image that wants a card no host has, two servers that never
# came to be, and an account that watches from outside with a flavor larger than any host.
import http.client
import json
import os
import sys
import time

from labcloud import Cloud

cloud = Cloud()


def ask_for(name, flavor, **more):
    wanted = {'name': name, 'flavorRef': flavor, 'imageRef': image, **more}
    return cloud.post('compute', '/servers', {'server': wanted})['server']['id']


def wait_for_error(server):
    for _ in range(400):
        if cloud.get('compute', '/servers/' + server)['server']['status'] == 'ERROR':
            return
        time.sleep(0.5)
    sys.exit('A server that cannot be built was built, or nobody tried.')


def wish(name, value):
    """The image API takes changes in a format of its own."""
    connection = http.client.HTTPConnection('controller', 9292, timeout=30)
    kind = 'application/openstack-images-v2.1-json-patch'
    body = json.dumps([{'op': 'add', 'path': '/' + name, 'value': value}])
    connection.request('PATCH', '/v2/images/' + image, body, {'X-Auth-Token': cloud.token, 'Content-Type': kind})
    if connection.getresponse().status != 200:
        sys.exit('The image could not be changed.')


network = cloud.post('network', '/networks', {'network': {'name': 'harbour', 'shared': True}})['network']['id']
subnet = {'name': 'harbour', 'network_id': network, 'ip_version': 4, 'cidr': '192.0.2.0/24'}
cloud.post('network', '/subnets', {'subnet': subnet})

image = cloud.get('image', '/images?name=tiny-linux')['images'][0]['id']
wish('hw_vif_model', os.environ['CARD'])
too_big = {'name': 'm1.archive', 'id': 'archive', 'vcpus': 1, 'ram': 256, 'disk': 400}
cloud.post('compute', '/flavors', {'flavor': too_big})
servers = [ask_for('scans', 'archive', networks='none'), ask_for(os.environ['SERVER'], '1', networks=[{'uuid': network}])]

watch = cloud.post('identity', '/projects', {'project': {'name': 'watch', 'domain_id': 'default'}})['project']['id']
account = {'name': 'watch', 'domain_id': 'default', 'default_project_id': watch, 'password': os.environ['WATCH']}
user = cloud.post('identity', '/users', {'user': account})['user']['id']
role = cloud.get('identity', '/roles?name=member')['roles'][0]['id']
cloud.ask('PUT', 'identity', '/projects/%s/users/%s/roles/%s' % (watch, user, role))
cloud.ask('PUT', 'compute', '/os-quota-sets/' + watch, {'quota_set': {'instances': -1, 'cores': -1, 'ram': -1}})
cloud.post('compute', '/flavors', {'flavor': {'name': 'watch.larger-than-any', 'id': 'watch', 'vcpus': 1, 'ram': 900000, 'disk': 1}})

os.makedirs('/home/stack/trail', exist_ok=True)
for server in servers:
    wait_for_error(server)
