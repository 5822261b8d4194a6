# A service under runit, described and not yet switched on.
install -d /etc/sv/site /srv/www
cat >/etc/sv/site/run <<'RUN'
#!/bin/sh
exec chpst -u nobody python3 -m http.server 8080 --directory /srv/www
RUN
chmod 0755 /etc/sv/site/run
