# Looks at birch itself, by the platform and not by the network.
import sys

sys.path.insert(0, '/lab')
import valley
from lab import credit, fail, hint, ok

running = valley.guests('birch')
if running:
    names = sorted(one['name'] for key, one in valley.morning().items() if key in running)
    hint('Ask the console of birch: `ps -o pid,etime,args -C qemu-system-x86_64`.')
    fail('birch is silent, and not dead: it still runs %s. Whoever is started elsewhere now runs twice.' % ' and '.join(names))
credit(0.5, 'No guest runs there any more.')
if any('/usr/bin/nova-compute' in line for line in valley.commands('birch')):
    fail('The guests are gone, and nova-compute still runs on birch. As soon as it hears of others again, it does what it is told.')
ok('birch runs nothing any more.')
