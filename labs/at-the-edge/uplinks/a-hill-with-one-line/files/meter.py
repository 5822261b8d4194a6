"""The meter: a reading twice a second, numbered, the last sixty of them in /run/meter/readings."""
import os
import random
import time

os.makedirs('/run/meter', exist_ok=True)
number, kept = int(os.environ['BASE']), []
while True:
    number += 1
    kept = [*kept, f'{number} {11 + random.random() * 9:.1f}'][-60:]
    with open('/run/meter/new', 'w') as file:
        file.write('\n'.join(kept) + '\n')
    os.replace('/run/meter/new', '/run/meter/readings')
    time.sleep(0.5)
