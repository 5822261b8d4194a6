export HOME=/home/stack OS_CLOUD=admin
for _ in $(seq 10); do openstack compute service set --up birch nova-compute 2>/dev/null && break; sleep 1; done
# Enabled when it is up, not before: Nova tells the host itself, and one that is down hears nothing.
python3 - <<'PY'
import time

import labcloud

here = labcloud.Cloud()
for _ in range(60):
    if here.get('compute', '/os-services?binary=nova-compute&host=birch')['services'][0]['state'] == 'up':
        break
    time.sleep(1)
PY
openstack compute service set --enable birch nova-compute
openstack server create --wait --image tiny-linux --flavor m1.tiny --network valley --host birch "$SERVER-trial" >/dev/null
