import json

from lab import broken, fail, ok, on

run = on('cellar', 'python3', '-c', open('/lab/second.py').read(), 'truth')
if run.code != 0:
    broken(f'The trial on `cellar` did not come to its end: {run.stderr[-300:]}')
seen = json.loads(run.stdout)
if seen['first'] != 200:
    fail(f'With a good model, `/health` of a second ear says {seen["first"] or "nothing"}. It should be 200.')
for kind, what in (('deaf', 'a model that judges everything alike'), ('half', 'half of a model file')):
    if seen[kind] == 200:
        fail(f'An ear was started with {what}, and its `/health` says 200. Whoever relies on that sends it sounds.')
ok('It is well when its answers are.')
