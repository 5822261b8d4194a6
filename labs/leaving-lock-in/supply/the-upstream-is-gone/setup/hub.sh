# The hub, as the house has it: a web server with a certificate, an empty folder for packages, a cache that somebody
# called a mirror, and three of the vendor's packages on it since the catalogue once ran here.
cat >/etc/docker/registry/config.yml <<YML
# The mirror of our images. Nothing to do: it fetches what it is asked for.
version: 0.1
storage:
  filesystem:
    rootdirectory: /var/lib/docker-registry
  delete:
    enabled: true
http:
  addr: 127.0.0.1:5000
log:
  level: warn
  accesslog:
    disabled: true
proxy:
  remoteurl: https://registry.$VENDOR.example
YML
cat >/etc/nginx/sites-enabled/hub <<NGINX
ssl_certificate /etc/nginx/tls/server.crt;
ssl_certificate_key /etc/nginx/tls/server.key;
access_log off;
client_max_body_size 0;
server { listen 443 ssl default_server; server_name packages.$HOUSE.example; root /srv/packages; autoindex on; }
server {
	listen 443 ssl; server_name registry.$HOUSE.example;
	location /v2/ {
		# Everybody may read, and this machine may write.
		limit_except GET HEAD { allow 10.48.0.10; allow 127.0.0.1; deny all; }
		proxy_pass http://127.0.0.1:5000; proxy_set_header Host \$host; proxy_set_header X-Forwarded-Proto https;
	}
}
NGINX
sed -i 's/^worker_processes .*/worker_processes 1;/' /etc/nginx/nginx.conf
install -d -o learner -g learner -m 0755 /srv/packages /srv/archive
echo '<p>Packages of the house.</p>' >/srv/packages/index.html
ln -sfn /etc/sv/registry /etc/service/registry
ln -sfn /etc/sv/nginx /etc/service/nginx

rm -f /etc/apt/sources.list /etc/apt/sources.list.d/*
echo "deb https://packages.$VENDOR.example/debian stable main" >"/etc/apt/sources.list.d/$VENDOR.list"
curl -fsS -m 5 -o "/etc/apt/trusted.gpg.d/$VENDOR.asc" "https://packages.$VENDOR.example/key.asc"
apt-get -qq update
apt-get -qq -y install libisbn2 marc-tables >/dev/null 2>&1
apt-get clean
for i in $(seq 75); do curl -fs -m 1 -o /dev/null "https://registry.$HOUSE.example/v2/" && exit 0; sleep 0.2; done
echo 'The hub did not open.' >&2
exit 1
