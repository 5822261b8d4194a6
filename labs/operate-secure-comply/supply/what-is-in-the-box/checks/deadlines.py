"""24 hours and 72 hours from awareness, 14 days from the correction; real hours, over the night of two o'clock."""
import json
import os
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from lab import credit, fail, ok

HANOVER, UTC = ZoneInfo('Europe/Berlin'), ZoneInfo('UTC')
aware = datetime(2026, 10, 24, 14, int(os.environ['MINUTE']), tzinfo=HANOVER).astimezone(UTC)
mended = datetime(2026, 11, int(os.environ['FIXDAY']), 11, 0, tzinfo=HANOVER).astimezone(UTC)
want = {
    'early_warning': (aware + timedelta(hours=24), 'the early warning'),
    'notification': (aware + timedelta(hours=72), 'the notification'),
    'final_report': (mended + timedelta(days=14), 'the final report'),
}
try:
    with open('/srv/outbox/deadlines.json') as file:
        said = json.load(file)
except FileNotFoundError:
    fail('There is no `/srv/outbox/deadlines.json` yet.')
except ValueError as error:
    fail(f'`/srv/outbox/deadlines.json` is not JSON: {error}')
for number, (key, (moment, what)) in enumerate(want.items()):
    try:
        time = datetime.fromisoformat(said[key])
    except (KeyError, TypeError, ValueError):
        fail(f'`{key}` is missing, or no time such as `2026-01-31T08:15:00Z`.')
    if time.tzinfo is None:
        fail(f'`{key}` does not say in which time it is. End it with `Z` for UTC.')
    if time == moment:
        credit((number + 1) / 3)
        continue
    off = abs(time - moment)
    if off == timedelta(hours=1):
        fail(f'`{key}` is an hour off. In the night to Sunday clocks in Hanover went back; {what} is due after real hours.')
    if off == timedelta(hours=2):
        fail(f'`{key}` is two hours off: the log is in local time, which in October is not UTC.')
    if key == 'final_report':
        fail('The final report is due fourteen days after a corrective measure is available, wherever awareness stood by then.')
    fail(f'`{key}` does not fit. From which line of the log do you count? The maker is aware when somebody there has reason to be certain, and Aylin was.')
ok('The hours are right.')
