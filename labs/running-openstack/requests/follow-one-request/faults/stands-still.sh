# One of Nova's processes is frozen, and somebody asks for a server.
pkill -STOP -f "^/usr/bin/python3 /usr/bin/nova-$STILL" || exit 1
python3 - <<'PY'
import os
import time

from labcloud import Cloud

cloud, name = Cloud(), os.environ['SERVER'] + '-annex'
for server in cloud.get('compute', '/servers/detail')['servers']:
    if server['name'] == name:
        cloud.delete('compute', '/servers/' + server['id'])
image = cloud.get('image', '/images?name=tiny-linux')['images'][0]['id']
network = cloud.get('network', '/networks?name=harbour')['networks'][0]['id']
wanted = {'name': name, 'flavorRef': '1', 'imageRef': image, 'networks': [{'uuid': network}]}
cloud.post('compute', '/servers', {'server': wanted})
PY
# So long a service may be silent before the others call it down.
sleep 22
