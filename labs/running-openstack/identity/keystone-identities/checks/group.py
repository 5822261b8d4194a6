import os

from lab import fail, ok
from labcloud import Cloud, Refused, Silent

project = os.environ['PROJECT']
try:
    cloud = Cloud()
    projects = cloud.get('identity', '/projects?name=' + project)['projects']
    groups = cloud.get('identity', '/groups?name=%s-team' % project)['groups']
except (Refused, Silent):
    fail('Nobody can look before the account `admin` works again.')
if not projects:
    fail('There is no project called `%s`.' % project)
if not groups:
    fail('There is no group called `%s-team`.' % project)
granted = cloud.get('identity', '/role_assignments?include_names&scope.project.id=' + projects[0]['id'])['role_assignments']
through = {grant['role']['name'] for grant in granted if (grant.get('group') or {}).get('id') == groups[0]['id']}
direct = [grant['user']['name'] for grant in granted if grant.get('user') and grant['role']['name'] == 'member']
if 'member' not in through:
    fail('The group `%s-team` has no role `member` in the project.' % project)
if direct:
    fail('`%s` has the role `member` by name as well. Taken out of the group, the right would stay.' % '`, `'.join(direct))
ok('Whoever joins the group may work, whoever leaves it may not.')
