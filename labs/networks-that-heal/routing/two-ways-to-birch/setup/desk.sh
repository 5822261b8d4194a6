# The desk fetches from the archive whatever a reader asks for.
nft flush ruleset # what the engine keeps there for its own name server, which labs do not use
ip route replace 10.0.0.0/8 via 10.60.1.1
cat > /etc/nginx/sites-enabled/desk <<'NGINX'
server {
	listen 80 default_server;
	access_log off;
	location / {
		proxy_pass http://10.60.2.20;
		proxy_connect_timeout 1s;
		proxy_read_timeout 1s;
	}
}
server {
	listen 22080;
	access_log off;
	location / { return 200 "desk\n"; }
}
NGINX
sed -i 's/^worker_processes .*/worker_processes 1;/' /etc/nginx/nginx.conf
ln -sfn /etc/sv/nginx /etc/service/nginx
for i in $(seq 75); do
	curl -fsS -m 1 -o /dev/null http://127.0.0.1:22080/ 2>/dev/null && exit 0
	sleep 0.2
done
echo 'The desk did not open.' >&2
exit 1
