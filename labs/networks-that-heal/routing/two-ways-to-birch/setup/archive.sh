# The archive gives back the name of whatever it is asked for. All its ways lead over birch.
nft flush ruleset # what the engine keeps there for its own name server, which labs do not use
ip route replace 10.0.0.0/8 via 10.60.2.1
cat > /etc/nginx/sites-enabled/archive <<'NGINX'
server {
	listen 80 default_server;
	default_type text/plain;
	access_log off;
	location / { return 200 "Archive of Birch: $request_uri\n"; }
}
NGINX
sed -i 's/^worker_processes .*/worker_processes 1;/' /etc/nginx/nginx.conf
ln -sfn /etc/sv/nginx /etc/service/nginx
for i in $(seq 75); do
	curl -fsS -m 1 -o /dev/null http://127.0.0.1/ 2>/dev/null && exit 0
	sleep 0.2
done
echo 'The archive did not open.' >&2
exit 1
