import sys

sys.path.insert(0, '/lab')
import valley
from lab import fail, ok
from labcloud import Cloud, Refused, Silent

try:
    birch = valley.service(Cloud(), 'birch')
except (Silent, Refused) as problem:
    fail(str(problem))
if not birch:
    fail('Nova has no compute service on birch any more.')
if birch['forced_down']:
    fail('birch is still forced down: Nova does not believe it, however often it reports.')
if birch['state'] != 'up':
    fail('Nova has not heard of birch for twenty seconds or more.')
if birch['status'] != 'enabled':
    fail('birch is up and still disabled: nobody gets a server there.')
ok('birch is up, and takes servers.')
