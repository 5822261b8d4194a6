chmod 600 /srv/letter
