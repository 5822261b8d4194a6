install -d -o learner -g learner /srv/desk
echo "PASS=$PASS" > /srv/desk/account
mkdir -p /etc/sv/desk
printf '#!/bin/sh\nexec chpst -u learner /usr/local/bin/desk\n' > /etc/sv/desk/run
chmod 755 /etc/sv/desk/run
ln -sfn /etc/sv/desk /etc/service/desk
for i in $(seq 200); do [ -s /srv/desk/lent.log ] && exit 0; sleep 0.2; done
echo 'The desk lent nothing.' >&2
cat /srv/desk/error.log >&2
exit 1
