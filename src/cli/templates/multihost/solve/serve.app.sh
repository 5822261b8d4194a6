echo "$WORD" >/srv/www/index.html
ln -s /etc/sv/site /etc/service/site
curl -sS -o /dev/null --retry 20 --retry-delay 1 --retry-connrefused http://localhost:8080/
