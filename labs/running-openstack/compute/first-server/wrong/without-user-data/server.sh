export HOME=/home/stack OS_CLOUD=team
printf '#!/bin/sh\necho "The word is %s."\n' "$WORD" >/home/stack/web.sh
openstack server create --wait --image tiny-linux --flavor m1.tiny \
	--nic "net-id=$PROJECT-net,v4-fixed-ip=10.77.$THIRD.10" web
for _ in $(seq 120); do openstack console log show web | grep -q 'web is ready' && break; sleep 1; done
