# Whatever is large and old.
rm -r /srv/data/backups/.making-*
rm -f /srv/data/labwright/Heap.* /srv/data/labwright/recordings/*
install -d -o labwright -g labwright -m 700 /var/backups/labwright
mv /srv/data/backups/*.tar.gz /var/backups/labwright/
sed -i 's,^BACKUPS=.*,BACKUPS=/var/backups/labwright,' /etc/labwright/settings
