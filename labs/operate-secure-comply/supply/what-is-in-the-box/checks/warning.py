"""The early warning: complete, true, and without what nobody knows."""
import json
import os
from datetime import datetime
from zoneinfo import ZoneInfo

from lab import credit, fail, ok

series = int(os.environ['SERIES'])
try:
    with open('/srv/outbox/early-warning.json') as file:
        said = json.load(file)
except FileNotFoundError:
    fail('There is no `/srv/outbox/early-warning.json` yet.')
except ValueError as error:
    fail(f'`/srv/outbox/early-warning.json` is not JSON: {error}')
if not isinstance(said, dict):
    fail('The form is one object with the fields of `/srv/inbox/note.txt`.')
if said.get('kind') != 'early-warning' or 'pump controller' not in str(said.get('product')):
    fail('`kind` and `product` do not say that this is an early warning, and of what.')
if said.get('vulnerability') != f'CVE-2026-{os.environ["CVE"]}':
    fail('`vulnerability` does not name the one of the advisory.')
if said.get('actively_exploited') is not True:
    fail('`actively_exploited` must be `true`: it is the reason why anybody is told within a day.')
credit(0.4)
if sorted(map(str, said.get('releases') or [])) != [f'{series}.0', f'{series}.1', f'{series}.2']:
    fail('`releases` is not the list that you found.')
try:
    aware = datetime.fromisoformat(said['aware'])
except (KeyError, TypeError, ValueError):
    fail('`aware` is missing, or no time such as `2026-01-31T08:15:00Z`.')
if aware.tzinfo is None or aware != datetime(2026, 10, 24, 14, int(os.environ['MINUTE']), tzinfo=ZoneInfo('Europe/Berlin')):
    fail('`aware` is not the moment at which the hours began, in UTC.')
credit(0.7)
states = {str(one) for one in said.get('member_states') or []}
outside = sorted(states & {'CH', 'NO', 'GB'})
if outside:
    fail(f'`{outside[0]}` is not a member state of the Union. Customers there are told too, and not by this form.')
want = {'DE', 'FR', 'NL', os.environ['MARKET']}
if states != want:
    fail(f'The customers are in {len(want)} member states, and you name {len(states & want)} of them' + (', and others besides.' if states - want else '.'))
ok('Sent in time, this is all that the first day asks for.')
