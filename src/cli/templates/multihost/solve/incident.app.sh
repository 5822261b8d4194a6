chmod 0644 /srv/www/index.html
