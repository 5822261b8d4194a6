# Until Nova calls birch down. The moment it was cut off is kept for the sentence at the end.
import sys
import time

sys.path.insert(0, '/lab')
import valley
from labcloud import Cloud

with open('/lab/cut', 'w', encoding='utf-8') as file:
    file.write(str(time.time()))
until = time.time() + 100
while time.time() < until:
    if valley.service(Cloud(), 'birch')['state'] == 'down':
        sys.exit(0)
    time.sleep(2)
sys.exit('birch is cut off, and Nova still hears of it.')
