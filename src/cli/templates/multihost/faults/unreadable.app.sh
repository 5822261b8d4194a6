chmod 0600 /srv/www/index.html
