"""Runs on the cellar, for the grader: a second ear at another port with a model file of its own, and what it does.

argv: what to try. Prints what was seen as JSON. Leaves nothing behind.
"""
import json
import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

import numpy as np

KNOWN = {one['pump']: one['sound'] for one in json.load(open('/srv/models/known.json'))}
GOOD = dict(np.load('/srv/models/autumn.npz'))
folder = tempfile.mkdtemp(prefix='trial.')
os.chmod(folder, 0o755)
MODEL = f'{folder}/model.npz'
ME = pwd.getpwnam('learner')


def deliver(kind):
    path = f'{folder}/delivery.npz'
    if kind == 'deaf':
        np.savez(path, **{**GOOD, 'b2': np.array([0, 0, 0, 60], dtype=np.float32), 'version': 'deaf'})
    else:
        np.savez(path, **{**GOOD, 'version': kind})
    if kind == 'half':
        os.truncate(path, os.path.getsize(path) // 2)
    os.chmod(path, 0o644)
    os.replace(path, MODEL)


def port():
    with socket.socket() as one:
        one.bind(('127.0.0.1', 0))
        return one.getsockname()[1]


class Second:
    def __init__(self, *command, user='learner'):
        self.port = port()
        env = {**os.environ, 'MODEL': MODEL, 'PORT': str(self.port), 'MALLOC_ARENA_MAX': '1'}
        who = {'user': ME.pw_uid, 'group': ME.pw_gid, 'extra_groups': []} if user else {}
        quiet = {name: subprocess.DEVNULL for name in ('stdin', 'stdout', 'stderr')}
        self.process = subprocess.Popen(command, env=env, start_new_session=True, **quiet, **who)

    def ask(self, path, state=None):
        """Status and answer; 0 when nobody answers."""
        body = json.dumps(KNOWN[state]).encode() if state else None
        try:
            with urllib.request.urlopen(f'http://127.0.0.1:{self.port}{path}', body, timeout=8) as answer:
                return answer.status, json.loads(answer.read() or b'{}')
        except urllib.error.HTTPError as error:
            return error.code, {}
        except (OSError, ValueError):
            return 0, {}

    def opened(self, seconds=15):
        """Whether it listens; it may have ended instead, or gone to another port."""
        until = time.monotonic() + seconds
        while time.monotonic() < until and self.process.poll() is None:
            with socket.socket() as one:
                if one.connect_ex(('127.0.0.1', self.port)) == 0:
                    return True
            time.sleep(0.1)
        return False

    def end(self):
        try:
            os.killpg(self.process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        self.process.wait()


def ear():
    return Second('python3', '/opt/ear/serve.py')


def gate():
    deliver('first')
    one = ear()
    seen = {'opened': one.opened(), 'first': one.ask('/judge', 'bearing')}
    for kind in ('deaf', 'half', 'second'):
        time.sleep(0.05)
        deliver(kind)
        one.ask('/judge', 'dry')
        seen[kind] = one.ask('/judge', 'bearing')
    one.end()
    return seen


def truth():
    seen = {}
    for kind in ('first', 'deaf', 'half'):
        deliver(kind)
        one = ear()
        seen[kind] = one.ask('/health')[0] if one.opened() else 0
        one.end()
    return seen


def limit():
    """The bounds of what the supervisor's script starts, and of what it has started."""
    deliver('first')
    one = Second('sh', '/etc/service/ear/run', user=None)
    opened = one.opened()
    with open('/etc/service/ear/supervise/pid') as file:
        pids = {'next': one.process.pid, 'now': int(file.read() or 0)}
    seen = {'opened': opened}
    for name, pid in pids.items():
        bounds = open(f'/proc/{pid}/limits').read().splitlines() if os.path.exists(f'/proc/{pid}') else []
        seen[name] = [line.split()[3] for line in bounds if line.startswith(('Max address space', 'Max data size'))]
    one.end()
    return seen


try:
    print(json.dumps({'gate': gate, 'truth': truth, 'limit': limit}[sys.argv[1]]()))
finally:
    shutil.rmtree(folder, ignore_errors=True)
