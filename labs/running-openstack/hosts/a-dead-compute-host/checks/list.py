# The ids of all that birch ran, whoever they belong to.
import re
import sys

sys.path.insert(0, '/lab')
import valley
from lab import fail, file, ok

written = file('controller', '/home/stack/runbook/birch')
if written is None or not written.strip():
    fail('There is nothing in /home/stack/runbook/birch yet.')
said = set(written.split())
if not all(re.fullmatch('[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}', one) for one in said):
    fail('There is more in the file than ids. Names are given twice, an id is not: one on each line, nothing else.')
there = set(valley.morning('birch'))
for one in said - there:
    known = valley.morning().get(one)
    fail('`%s` does not run on birch.' % known['name'] if known else 'No server has the id %s.' % one)
if there - said:
    fail('birch runs more than that. A list of servers shows those of one project, and a host that dies asks for no project.')
ok('Whoever reads this at night knows what was lost.')
