from lab import fail, ok
from labcloud import Cloud, Refused, Silent

try:
    cloud = Cloud()
except (Refused, Silent):
    fail('Nobody can look before the account `admin` works again.')
role = next(role['id'] for role in cloud.get('identity', '/roles')['roles'] if role['name'] == 'admin')
granted = cloud.get('identity', '/role_assignments?include_names&role.id=' + role)['role_assignments']
others = {
    (grant.get('user') or grant.get('group'))['name']
    for grant in granted
    if (grant.get('user') or {}).get('name') != 'admin'
}
if others:
    fail('`%s` has the role `admin` as well. A second key to everything is one more to lose.' % '`, `'.join(sorted(others)))
ok('Only `admin` is administrator.')
