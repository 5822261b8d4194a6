# "A log? That can go." It is the write-ahead log of the database.
sv once labwright
sv kill labwright
sleep 2
rm -f /srv/data/labwright/labwright.db-wal /srv/data/labwright/labwright.db-shm
rm -r /srv/data/backups/.making-* /srv/data/labwright/Heap.*
install -d -o labwright -g labwright -m 700 /var/backups/labwright
mv /srv/data/backups/*.tar.gz /var/backups/labwright/
sed -i 's,^BACKUPS=.*,BACKUPS=/var/backups/labwright,' /etc/labwright/settings
sv up labwright
