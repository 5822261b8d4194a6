rm -rf /srv/data/backups/.making-*
