export HOME=/home/stack OS_CLOUD=team
printf '#!/bin/sh\necho "The word is %s."\n' "$WORD" >/home/stack/web.sh
openstack port create --network "$PROJECT-net" --fixed-ip "ip-address=10.77.$THIRD.10" web-port
openstack server create --wait --image tiny-linux --flavor m1.tiny --user-data /home/stack/web.sh --port web-port web
for _ in $(seq 120); do openstack console log show web | grep -q 'web is ready' && break; sleep 1; done
