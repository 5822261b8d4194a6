# A shell in front buries the dead, and is deaf.
machine bash -eus <<'INSIDE'
printf '#!/bin/sh\n/bin/tide\necho ended\n' >/srv/tide/bin/first
chmod 755 /srv/tide/bin/first
sed -i 's|exec /bin/tide|exec /bin/first|' /srv/enter
sv -w 3 force-restart /etc/service/tide || true
INSIDE
