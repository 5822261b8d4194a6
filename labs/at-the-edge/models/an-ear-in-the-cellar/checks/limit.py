import json
import os

from lab import broken, fail, ok, on

MOST = int(os.environ['MEMORY']) * 1024 * 1024
run = on('cellar', 'python3', '-c', open('/lab/second.py').read(), 'limit')
if run.code != 0:
    broken(f'The trial on `cellar` did not come to its end: {run.stderr[-300:]}')
seen = json.loads(run.stdout)


def bounded(bounds):
    return any(bound.isdigit() and int(bound) <= MOST for bound in bounds)


if not seen['opened']:
    fail('Started by `/etc/service/ear/run`, a second ear does not come up. Is the bound too tight, or is there a slip in the script?')
if not bounded(seen['next']):
    if bounded(seen['now']):
        fail('The process that runs now is bounded, and the next one will not be: what starts it does not know of the bound.')
    fail(f'What `/etc/service/ear/run` starts may take as much memory as it likes; it should get {os.environ["MEMORY"]} MiB at most.')
if not bounded(seen['now']):
    fail('The script is right, and the process that runs was started before. Restart it.')
ok()
