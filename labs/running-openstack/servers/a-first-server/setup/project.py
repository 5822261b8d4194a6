# The project of the archive, its archivist, and limits with a slip: what was left empty counts as nothing.
import os

import yaml

from labcloud import CLOUDS, Cloud

cloud = Cloud('admin')
agreed = {'instances': 2, 'cores': 2, 'ram': 256}

project = cloud.post('identity', '/projects', {'project': {'name': 'archive', 'domain_id': 'default'}})['project']['id']
account = {'name': 'archivist', 'domain_id': 'default', 'default_project_id': project, 'password': os.environ['PASS']}
user = cloud.post('identity', '/users', {'user': account})['user']['id']
member = cloud.get('identity', '/roles?name=member')['roles'][0]['id']
cloud.ask('PUT', 'identity', '/projects/%s/users/%s/roles/%s' % (project, user, member))
cloud.ask('PUT', 'compute', '/os-quota-sets/' + project, {'quota_set': {**agreed, os.environ['SLIP']: 0}})

with open(CLOUDS) as file:
    known = yaml.safe_load(file)
mine = {**known['clouds']['admin'], 'auth': {**known['clouds']['admin']['auth']}}
mine['auth'].update(username='archivist', password=os.environ['PASS'], project_name='archive')
known['clouds']['archive'] = mine
with open(CLOUDS, 'w') as file:
    file.write('# Chosen with OS_CLOUD or `openstack --os-cloud`. You begin as `archive`; `admin` is the operator.\n')
    yaml.safe_dump(known, file, sort_keys=False)
