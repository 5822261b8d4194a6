import json

from lab import broken, credit, fail, ok, on

run = on('cellar', 'python3', '-c', open('/lab/second.py').read(), 'gate')
if run.code != 0:
    broken(f'The trial on `cellar` did not come to its end: {run.stderr[-300:]}')
seen = json.loads(run.stdout)
if not seen['opened']:
    fail('A second ear was started with a `PORT` and a `MODEL` of its own, and does not listen there. `python3 /opt/ear/serve.py` says why.')
if seen['first'][0] != 200 or seen['first'][1].get('pump') != 'bearing':
    fail(f'A second ear with a good model was asked about a broken bearing, and answered {seen["first"]}.')
if seen['deaf'][1].get('pump') != 'bearing':
    fail('A model was delivered that can be loaded and hears nothing, and it was used at once. Try it on `/srv/models/known.json` before, and go on with the old one.')
credit(0.5, 'A deaf model is not taken.')
if seen['half'][1].get('pump') != 'bearing':
    fail('Half a file was delivered, as after a line that broke, and the ear no longer answers. The old model was good.')
if seen['second'][1].get('model') != 'second':
    fail(f'After that a good model was delivered, and the ear still answers with `{seen["second"][1].get("model")}`. What is fit must be used.')
ok('Two unfit models were left aside, and the good one was used.')
