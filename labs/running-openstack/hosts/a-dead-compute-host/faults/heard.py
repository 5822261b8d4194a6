import sys
import time

sys.path.insert(0, '/lab')
import valley
from labcloud import Cloud

until = time.time() + 220
while time.time() < until:
    if valley.service(Cloud(), 'birch')['state'] == 'up':
        sys.exit(0)
    time.sleep(2)
sys.exit('birch is connected, and Nova does not hear of it.')
