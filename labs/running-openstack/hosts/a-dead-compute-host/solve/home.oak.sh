# The guest on birch needs a moment to come up; only its host or the cloud can say when it has.
python3 - <<'PY'
import os
import time

import labcloud

here, name = labcloud.Cloud(), os.environ['SERVER'] + '-trial'
server = [one['id'] for one in here.get('compute', '/servers')['servers'] if one['name'] == name][0]
for _ in range(110):
    if 'is ready' in here.post('compute', '/servers/%s/action' % server, {'os-getConsoleOutput': {}})['output']:
        break
    time.sleep(1)
PY
