from lab import fail, ok
from labcloud import Cloud, Refused, Silent, settings

given = settings('admin')
if not given:
    fail('There is no cloud `admin` in `~/.config/openstack/clouds.yaml` any more, or the file is not valid YAML.')
if (given.get('auth') or {}).get('username') != 'admin':
    fail('The cloud `admin` in `clouds.yaml` logs in as somebody else. The account `admin` itself is wanted back.')
try:
    cloud = Cloud()
except Silent as silence:
    fail('%s `sv status keystone` tells whether it runs.' % silence)
except Refused:
    fail('Keystone refuses the password that stands in `clouds.yaml`. It must be the one that the account has.')
if 'admin' not in cloud.roles:
    fail('There is a token, but without the role `admin`.')
ok('In again, with the roles %s.' % ', '.join(sorted(cloud.roles)))
