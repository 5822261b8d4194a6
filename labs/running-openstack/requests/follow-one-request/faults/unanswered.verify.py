# It hurts when a request is not taken, or is taken and gets no answer.
import http.client
import json
import os
import sys
import time

who = {'name': 'watch', 'domain': {'id': 'default'}, 'password': os.environ['WATCH']}
scope = {'project': {'name': 'watch', 'domain': {'id': 'default'}}}
auth = {'auth': {'identity': {'methods': ['password'], 'password': {'user': who}}, 'scope': scope}}


def ask(method, port, path, body, token=''):
    connection = http.client.HTTPConnection('controller', port, timeout=6)
    connection.request(method, path, body and json.dumps(body), {'Content-Type': 'application/json', 'X-Auth-Token': token})
    answer = connection.getresponse()
    text = answer.read()
    if answer.status >= 300:
        sys.exit(0)
    return answer.headers, json.loads(text)


try:
    token = ask('POST', 5000, '/v3/auth/tokens', auth)[0]['X-Subject-Token']
    image = ask('GET', 9292, '/v2/images?name=tiny-linux', None, token)[1]['images'][0]['id']
    wanted = {'server': {'name': 'watch-verify', 'flavorRef': 'watch', 'imageRef': image}}
    server = ask('POST', 8774, '/v2.1/servers', wanted, token)[1]['server']['id']
    time.sleep(8)
    seen = ask('GET', 8774, '/v2.1/servers/' + server, None, token)[1]['server']
except (OSError, http.client.HTTPException):
    sys.exit(0)
sys.exit(0 if seen['status'] == 'BUILD' else 1)
