import sys

sys.path.insert(0, '/lab')
import valley
from lab import credit, fail, ok
from labcloud import Cloud, Refused, Silent

try:
    birch = valley.service(Cloud(), 'birch')
except (Silent, Refused) as problem:
    fail(str(problem))
if not birch:
    fail('Nova has no compute service on birch any more. It was not to be deleted: its servers still hang on it.')
if not birch['forced_down']:
    fail('Nova calls birch down because it has not heard of it. One message from there, and it counts as up again.')
credit(0.5, 'birch is down, whatever may still be heard of it.')
if birch['status'] != 'disabled':
    fail('birch is still enabled. When somebody takes back that it is down, it gets new servers in the same second.')
if not (birch.get('disabled_reason') or '').strip():
    fail('birch is disabled, and nobody who reads that tomorrow will know why.')
ok('Down, disabled, and it says why: "%s".' % birch['disabled_reason'])
