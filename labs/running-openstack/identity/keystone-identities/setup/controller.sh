# The administrator's password is lost, a portal is at work, and the key that signs now is known to us.
export OS_CLOUD=admin
python3 - "$SEED" <<'END'
import base64, hashlib, sys
key = base64.urlsafe_b64encode(hashlib.sha256(('leaked ' + sys.argv[1]).encode()).digest())
open('/etc/keystone/fernet-keys/1', 'wb').write(key)
END
mkdir -p /srv/cloud/services/portal /srv/portal
echo "portal-$LOST" >/srv/portal/password
python3 - "portal-$LOST" <<'END'
import sys
from labcloud import Cloud
cloud = Cloud()
project = cloud.post('identity', '/projects', {'project': {'name': 'portal', 'domain_id': 'default'}})['project']['id']
user = cloud.post('identity', '/users', {'user': {'name': 'portal', 'domain_id': 'default', 'password': sys.argv[1]}})['user']['id']
roles = {role['name']: role['id'] for role in cloud.get('identity', '/roles')['roles']}
cloud.ask('PUT', 'identity', '/projects/%s/users/%s/roles/%s' % (project, user, roles['reader']))
END
printf '#!/bin/sh\nexec /srv/portal.py\n' >/srv/cloud/services/portal/run
chmod 755 /srv/cloud/services/portal/run
ln -sfn /srv/cloud/services/portal /etc/service/portal

keystone-manage bootstrap --bootstrap-password "$LOST" 2>/dev/null
cat >/srv/report.sh <<-END
	#!/bin/sh
	# Monday's list of what runs where. Does it really have to be admin?
	export OS_AUTH_URL=http://controller:5000/v3 OS_USERNAME=admin OS_PASSWORD=password-of-uwe
	export OS_PROJECT_NAME=admin OS_USER_DOMAIN_NAME=Default OS_PROJECT_DOMAIN_NAME=Default
	openstack project list
END
for _ in $(seq 100); do grep -q ok /srv/portal/log 2>/dev/null && exit 0; sleep 0.2; done
echo "The portal has not come up." >&2
exit 1
