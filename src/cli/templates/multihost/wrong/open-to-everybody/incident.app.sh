chmod 0666 /srv/www/index.html
