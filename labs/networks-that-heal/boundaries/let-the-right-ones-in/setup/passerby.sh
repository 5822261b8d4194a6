# Besides walking by, this machine keeps the packages that `gate` asks for.
install -d /srv/mirror
echo 'Packages: none are newer.' > /srv/mirror/index.html
cat > /etc/nginx/sites-enabled/mirror <<'NGINX'
server {
	listen 8080;
	root /srv/mirror;
	access_log off;
}
NGINX
sed -i 's/^worker_processes .*/worker_processes 1;/' /etc/nginx/nginx.conf
ln -sfn /etc/sv/nginx /etc/service/nginx
for i in $(seq 75); do
	curl -fsS -m 1 -o /dev/null http://127.0.0.1:8080/ 2>/dev/null && exit 0
	sleep 0.2
done
echo 'The mirror on passerby did not start.' >&2
exit 1
