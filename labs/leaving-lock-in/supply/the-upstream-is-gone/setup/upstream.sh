# The vendor's servers: the archive and the registry behind one web server. The tag 7 has moved on since the house took its images.
cat >/etc/docker/registry/config.yml <<'YML'
version: 0.1
storage:
  filesystem: { rootdirectory: /var/lib/docker-registry }
http: { addr: 127.0.0.1:5000 }
log: { level: warn, accesslog: { disabled: true } }
YML
cat >/etc/nginx/sites-enabled/upstream <<NGINX
ssl_certificate /etc/nginx/tls/server.crt;
ssl_certificate_key /etc/nginx/tls/server.key;
access_log off;
server { listen 443 ssl default_server; server_name packages.$VENDOR.example; root /srv/www; autoindex on; }
server {
	listen 443 ssl; server_name registry.$VENDOR.example;
	location /v2/ {
		limit_except GET HEAD { deny all; }
		proxy_pass http://127.0.0.1:5000; proxy_set_header Host \$host; proxy_set_header X-Forwarded-Proto https;
	}
}
NGINX
sed -i 's/^worker_processes .*/worker_processes 1;/' /etc/nginx/nginx.conf
ln -sfn /etc/sv/registry /etc/service/registry
ln -sfn /etc/sv/nginx /etc/service/nginx
for i in $(seq 75); do curl -fs -m 1 -o /dev/null http://127.0.0.1:5000/v2/ && break; sleep 0.2; done
push() { skopeo copy -q --all --dest-tls-verify=false "oci:/root/oci/$1" "docker://127.0.0.1:5000/$VENDOR/$2"; }
push catalogue catalogue:7
push catalogue-new catalogue:7
push labels labels:2
push museum museum:1
for i in $(seq 75); do curl -fs -m 1 -o /dev/null "https://registry.$VENDOR.example/v2/" && exit 0; sleep 0.2; done
echo 'The vendor did not open.' >&2
exit 1
