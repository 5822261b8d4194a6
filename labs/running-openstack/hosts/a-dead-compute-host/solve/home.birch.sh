power on
# Nova takes the host back once it has given up what was evacuated.
python3 - <<'PY'
import time

import labcloud

for _ in range(110):
    try:
        here = labcloud.Cloud()
        hosts = here.get('placement', '/resource_providers?name=birch')['resource_providers']
        if not here.get('placement', '/resource_providers/%s/allocations' % hosts[0]['uuid'])['allocations']:
            break
    except (labcloud.Refused, labcloud.Silent):
        pass
    time.sleep(1)
PY
