#!/usr/bin/python3
"""The portal of the library: keeps one token, and asks the cloud something with it every second.

On HUP it gets itself a new token. Log: /srv/portal/log, one line when things change and every 30 s.
"""

import os
import signal
import sys
import time

sys.path.insert(0, '/usr/lib/python3/dist-packages')
from labcloud import Cloud, Silent, by_password, call  # noqa: E402

PASSWORD = open('/srv/portal/password').read().strip()
wanted = True


def renew(*_):
    global wanted
    wanted = True


def say(text):
    with open('/srv/portal/log', 'a') as log:
        log.write(time.strftime('%H:%M:%S ') + text + '\n')


def login():
    while True:
        try:
            return Cloud(auth=by_password('portal', PASSWORD, 'portal')).token
        except Exception:  # the cloud is still starting
            time.sleep(0.5)


signal.signal(signal.SIGHUP, renew)
token, before, said = '', '', 0
while True:
    if wanted:
        wanted = False
        token = login()
        say('has a new token')
    try:
        status, _, _ = call('GET', 'identity', '/auth/projects', token)
        now = 'ok' if status == 200 else 'refused, users are logged out (%d)' % status
    except Silent:
        now = 'no answer'
    if now != before or time.monotonic() - said > 30:
        say(now)
        before, said = now, time.monotonic()
    time.sleep(1)
