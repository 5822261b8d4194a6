"""A request that goes all the way: somebody asks for a server that is larger than any host.

The API accepts it and sends it over the bus to the conductor, who asks the scheduler, who asks
Placement; the answer "no valid host" comes back the same way, and into the database. It costs the
cloud next to nothing, since no machine is ever started. A good answer is exit 0.
"""

import http.client
import json
import os
import sys
import time

KEYSTONE, NOVA, GLANCE = 5000, 8774, 9292


def ask(method, port, path, body=None, token=None):
    connection = http.client.HTTPConnection('controller', port, timeout=20)
    try:
        headers = {'Content-Type': 'application/json', 'OpenStack-API-Version': 'compute 2.90'}
        if token:
            headers['X-Auth-Token'] = token
        connection.request(method, path, None if body is None else json.dumps(body), headers)
        answer = connection.getresponse()
        text = answer.read()
        return answer.status, answer.headers, json.loads(text) if text else {}
    finally:
        connection.close()


def accepted(answer, *good):
    status, headers, body = answer
    if status not in good:
        sys.exit(1)
    return headers, body


def token():
    who = {'name': 'watch', 'domain': {'id': 'default'}, 'password': os.environ['WATCH']}
    methods = {'methods': ['password'], 'password': {'user': who}}
    scope = {'project': {'name': 'watch', 'domain': {'id': 'default'}}}
    wanted = {'auth': {'identity': methods, 'scope': scope}}
    return accepted(ask('POST', KEYSTONE, '/v3/auth/tokens', wanted), 201)[0]['X-Subject-Token']


def main():
    mine = token()
    images = accepted(ask('GET', GLANCE, '/v2/images?name=tiny-linux', None, mine), 200)[1]['images']
    wanted = {'name': 'watch-' + os.environ['NONCE'], 'flavorRef': 'watch', 'networks': 'none'}
    body = {'server': {**wanted, 'imageRef': images[0]['id']}}
    server = accepted(ask('POST', NOVA, '/v2.1/servers', body, mine), 202)[1]['server']['id']
    while True:
        time.sleep(0.7)
        seen = accepted(ask('GET', NOVA, '/v2.1/servers/' + server, None, mine), 200)[1]['server']
        if seen['status'] == 'ERROR':
            break
    honest = 'No valid host' in (seen.get('fault') or {}).get('message', '')
    # What earlier questions have left behind goes as well.
    for one in accepted(ask('GET', NOVA, '/v2.1/servers?limit=30', None, mine), 200)[1]['servers']:
        ask('DELETE', NOVA, '/v2.1/servers/' + one['id'], None, mine)
    sys.exit(0 if honest else 1)


try:
    main()
except (OSError, ValueError, KeyError, IndexError, http.client.HTTPException):
    sys.exit(1)
