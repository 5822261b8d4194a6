install -d -o learner -g learner /srv/boxoffice
cat > /etc/boxoffice.conf <<CONF
# The box office reads this before every sale.
DB_HOST=db1
DB_USER=boxoffice
DB_PASSWORD=$SHOP_PASS
CONF
mkdir -p /etc/sv/boxoffice
printf '#!/bin/sh\nexec chpst -u learner /usr/local/bin/boxoffice\n' > /etc/sv/boxoffice/run
chmod 755 /etc/sv/boxoffice/run
mkdir -p /etc/sv/till
printf '#!/bin/sh\nexec chpst -u learner /usr/local/bin/till\n' > /etc/sv/till/run
chmod 755 /etc/sv/till/run
ln -sfn /etc/sv/boxoffice /etc/service/boxoffice
ln -sfn /etc/sv/till /etc/service/till
for i in $(seq 200); do [ -s /srv/boxoffice/sold.log ] && exit 0; sleep 0.2; done
echo 'The box office sold nothing.' >&2
cat /srv/boxoffice/error.log >&2
exit 1
