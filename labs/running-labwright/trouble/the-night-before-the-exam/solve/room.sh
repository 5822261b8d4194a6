rm -r /srv/data/backups/.making-*
rm /srv/data/labwright/Heap.*.heapsnapshot
install -d -o labwright -g labwright -m 700 /var/backups/labwright
mv /srv/data/backups/labwright-*.tar.gz /var/backups/labwright/
sed -i 's,^BACKUPS=.*,BACKUPS=/var/backups/labwright,' /etc/labwright/settings
