# All seems well afterwards, and it is the day before yesterday.
rm -r /srv/data/backups/.making-* /srv/data/labwright/Heap.*
install -d -o labwright -g labwright -m 700 /var/backups/labwright
mv /srv/data/backups/*.tar.gz /var/backups/labwright/
sed -i 's,^BACKUPS=.*,BACKUPS=/var/backups/labwright,' /etc/labwright/settings
sv -w 20 down labwright
set -a; . /etc/labwright/settings; set +a
cd /opt/labwright/current
chpst -u labwright node --run restore -- "$(ls /var/backups/labwright/*.tar.gz | tail -1)"
rm -r /srv/data/labwright/replaced-* /srv/data/labwright/Heap.*
sv up labwright
