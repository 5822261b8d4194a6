# The cloud of a valley: two compute hosts, servers of the water office and of the roads department.
import os
import sys
import time

from labcloud import Cloud, Refused, by_password

cloud = Cloud()


def until(what, tries=400):
    for _ in range(tries):
        if what():
            return
        time.sleep(0.7)
    sys.exit('This does not come true: ' + what.__name__)


def both_hosts_are_up():
    services = cloud.get('compute', '/os-services?binary=nova-compute')['services']
    agents = cloud.get('network', '/agents')['agents']
    known = {one['hypervisor_hostname'] for one in cloud.get('compute', '/os-hypervisors')['hypervisors']}
    return (
        {one['host'] for one in services if one['state'] == 'up'} >= {'birch', 'oak'}
        and {one['host'] for one in agents if one['alive']} >= {'birch', 'oak'}
        and known >= {'birch', 'oak'}
    )


until(both_hosts_are_up)

roads = cloud.post('identity', '/projects', {'project': {'name': 'roads', 'domain_id': 'default'}})['project']['id']
admin = cloud.get('identity', '/users?name=admin')['users'][0]['id']
role = cloud.get('identity', '/roles?name=admin')['roles'][0]['id']
cloud.ask('PUT', 'identity', '/projects/%s/users/%s/roles/%s' % (roads, admin, role))
theirs = Cloud(auth=by_password('admin', 'operator', 'roads'))

network = cloud.post('network', '/networks', {'network': {'name': 'valley', 'shared': True}})['network']['id']
subnet = {'name': 'valley', 'network_id': network, 'ip_version': 4, 'cidr': '192.0.2.0/24'}
cloud.post('network', '/subnets', {'subnet': subnet})
image = cloud.get('image', '/images?name=tiny-linux')['images'][0]['id']
# So large that what oak has left is another number for everybody.
mail = {'name': 'm1.mail', 'id': 'mail', 'vcpus': 1, 'ram': 1024 - int(os.environ['FREE']), 'disk': 1}
cloud.post('compute', '/flavors', {'flavor': mail})


def ask_for(who, name, host, flavor):
    wanted = {'name': name, 'flavorRef': flavor, 'imageRef': image, 'networks': [{'uuid': network}], 'host': host}
    for _ in range(60):
        try:
            return who.post('compute', '/servers', {'server': wanted})['server']['id']
        except Refused:
            # A host is known to the API a moment before the cell has it on its list.
            time.sleep(1)
    sys.exit('No server can be asked for.')


def every_server_runs():
    seen = {one['id']: one for one in cloud.get('compute', '/servers/detail?all_tenants=1')['servers']}
    for one in seen.values():
        if one['status'] == 'ERROR':
            sys.exit('A server could not be built: %s' % (one.get('fault') or {}).get('message'))
    return all(
        seen[one]['status'] == 'ACTIVE' and seen[one]['OS-EXT-SRV-ATTR:host'] == host and seen[one]['addresses']
        for one, host in servers.items()
    )


# One after the other on each host: two that fetch the same image at once would write into one file.
servers = {
    ask_for(cloud, os.environ['SERVER'], 'birch', '1'): 'birch',
    ask_for(cloud, 'mail', 'oak', 'mail'): 'oak',
}
until(every_server_runs)
servers[ask_for(theirs, os.environ['BESIDE'], 'birch', '1')] = 'birch'
until(every_server_runs)
os.makedirs('/home/stack/runbook', exist_ok=True)
