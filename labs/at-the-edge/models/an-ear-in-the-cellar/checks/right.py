import sys

sys.path.insert(0, '/lab')
from lab import fail, ok
from town import STATES, ask

for state in [*STATES, 'bearing', 'dry']:
    try:
        status, said = ask(state)
    except OSError as error:
        fail(f'The ear on `cellar` does not answer: {error}. `sudo sv status ear`, and its log is `/var/log/ear.log`.')
    if status != 200:
        fail(f'Asked about a pump, the ear answers with status {status}: {said.get("error", "")}')
    if said.get('pump') != state:
        fail(f'A pump whose state is `{state}` was judged `{said.get("pump")}`, by the model `{said.get("model")}`.')
ok('Six sounds that nobody has heard before, and six right answers.')
