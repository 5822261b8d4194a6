"""Asks this cloud's APIs over HTTP, for checks and setups: the command line client takes a second
to start, this a hundredth.

    cloud = Cloud()                         # as in clouds.yaml: admin
    servers = cloud.get('compute', '/servers/detail')['servers']

A refusal by the cloud is a `Refused` with its status and sentence, silence is a `Silent`.
"""

import http.client
import json

import yaml

CLOUDS = '/home/stack/.config/openstack/clouds.yaml'
PLACES = {
    'identity': (5000, '/v3'),
    'image': (9292, '/v2'),
    'placement': (8778, ''),
    'compute': (8774, '/v2.1'),
    'network': (9696, '/v2.0'),
}
# Old enough for every field the checks read, new enough to say where a server runs.
VERSIONS = {'compute': '2.90', 'placement': '1.39'}


class Silent(Exception):
    pass


class Refused(Exception):
    def __init__(self, status, sentence):
        super().__init__(sentence)
        self.status = status


def call(method, service, path, token=None, body=None, seconds=30):
    """Returns status, headers and the decoded body of one request."""
    port, root = PLACES[service]
    headers = {'Accept': 'application/json'}
    if token:
        headers['X-Auth-Token'] = token
    if body is not None:
        headers['Content-Type'] = 'application/json'
    if service in VERSIONS:
        headers['OpenStack-API-Version'] = '%s %s' % (service, VERSIONS[service])
    connection = http.client.HTTPConnection('controller', port, timeout=seconds)
    try:
        connection.request(method, root + path, None if body is None else json.dumps(body), headers)
        answer = connection.getresponse()
        text = answer.read()
    except OSError as error:
        raise Silent('The %s API does not answer on port %d (%s).' % (service, port, error)) from None
    finally:
        connection.close()
    try:
        return answer.status, answer.headers, json.loads(text or b'{}')
    except ValueError:
        return answer.status, answer.headers, {}


def settings(cloud, path=CLOUDS):
    """What clouds.yaml says of a cloud; None when it says nothing."""
    try:
        with open(path) as file:
            return ((yaml.safe_load(file) or {}).get('clouds') or {}).get(cloud)
    except (OSError, yaml.YAMLError, AttributeError):
        return None


def by_password(name, password, project=None, domain='default'):
    who = {'name': name, 'password': password, 'domain': {'id': domain}}
    scope = {'scope': {'project': {'name': project, 'domain': {'id': domain}}}} if project else {}
    return {'auth': {'identity': {'methods': ['password'], 'password': {'user': who}}, **scope}}


def by_application(identifier, secret):
    given = {'id': identifier, 'secret': secret}
    return {'auth': {'identity': {'methods': ['application_credential'], 'application_credential': given}}}


class Cloud:
    """One account's view of the cloud. `auth` is a body for POST /auth/tokens."""

    def __init__(self, cloud='admin', auth=None):
        if auth is None:
            given = (settings(cloud) or {}).get('auth') or {}
            auth = by_password(given.get('username', ''), str(given.get('password', '')), given.get('project_name'))
        status, headers, body = call('POST', 'identity', '/auth/tokens', body=auth)
        if status != 201:
            raise Refused(status, (body.get('error') or {}).get('message', 'No token (%d).' % status))
        self.token = headers['X-Subject-Token']
        self.about = body['token']

    @property
    def roles(self):
        return {role['name'] for role in self.about.get('roles', [])}

    def ask(self, method, service, path, body=None):
        status, _, answer = call(method, service, path, self.token, body)
        if status >= 400:
            raise Refused(status, json.dumps(answer)[:300])
        return answer

    def get(self, service, path):
        return self.ask('GET', service, path)

    def post(self, service, path, body):
        return self.ask('POST', service, path, body)

    def delete(self, service, path):
        return self.ask('DELETE', service, path)
