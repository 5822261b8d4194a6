import os
import sys

from lab import fail, ok
from labcloud import Cloud, Refused, Silent, by_application, settings

given = settings('report')
if not given:
    fail('There is no cloud `report` in `~/.config/openstack/clouds.yaml`.')
auth = given.get('auth') or {}
if not auth.get('application_credential_id'):
    fail('The cloud `report` has no `application_credential_id`: it must not log in with a password.')
try:
    report = Cloud(auth=by_application(auth['application_credential_id'], str(auth.get('application_credential_secret', ''))))
except Silent as silence:
    fail(str(silence))
except Refused:
    fail('Keystone does not accept id and secret of the cloud `report`.')
about = report.about
if about['project']['name'] != os.environ['PROJECT'] or about['user']['name'] != os.environ['BELA']:
    fail('It belongs to `%s` in the project `%s`. It is to be of `%s` in `%s`.'
         % (about['user']['name'], about['project']['name'], os.environ['BELA'], os.environ['PROJECT']))
if given.get('auth_type') != 'v3applicationcredential':
    fail('Keystone accepts it. The client needs to be told as well, with `auth_type: v3applicationcredential`.')
if sys.argv[1] == 'works':
    ok('A token for `%s`.' % about['project']['name'])
if report.roles - {'reader'}:
    fail('Its token has the roles %s. To list what is there, `reader` is enough.' % ', '.join(sorted(report.roles)))
if not about['application_credential']['restricted']:
    fail('It is unrestricted: whoever finds it can make further credentials with it, and those outlive this one.')
credential = report.get('identity', '/users/%s/application_credentials/%s' % (about['user']['id'], auth['application_credential_id']))
if not credential['application_credential']['expires_at']:
    fail('It never ends. A credential in a script that nobody looks at should, so that somebody has to look.')
ok('It reads, until %s.' % credential['application_credential']['expires_at'][:10])
