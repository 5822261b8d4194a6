import os
import sys

from lab import credit, fail, ok
from labcloud import Cloud, Refused, Silent, by_password

name, project = os.environ[sys.argv[1].upper()], os.environ['PROJECT']
wanted, what = {'anna': ('member', 'work'), 'bela': ('reader', 'look on')}[sys.argv[1]]
try:
    account = Cloud(auth=by_password(name, os.environ['FIRST']))
except Silent as silence:
    fail(str(silence))
except Refused:
    fail('Keystone lets nobody in as `%s` with the password of the first day.' % name)
credit(0.3, 'The account is there.')
try:
    account = Cloud(auth=by_password(name, os.environ['FIRST'], project))
except Refused:
    fail('`%s` exists, and has no role in a project called `%s`.' % (name, project))
roles = account.roles
if 'admin' in roles or 'manager' in roles:
    fail('`%s` may do far more than %s: the roles in the project are %s.' % (name, what, ', '.join(sorted(roles))))
if wanted not in roles:
    fail('`%s` is in the project, with the roles %s. To %s it needs `%s`.' % (name, ', '.join(sorted(roles)), what, wanted))
if wanted == 'reader' and 'member' in roles:
    fail('`%s` may change things: the role `member` is one too many for who only looks on.' % name)
ok('`%s` has the roles %s.' % (name, ', '.join(sorted(roles))))
