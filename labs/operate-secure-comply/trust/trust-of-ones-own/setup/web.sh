# A server with a certificate of a company that has closed, expired some days ago. The company's key is gone with it.
day() { date -u -d "$1" +%Y%m%d%H%M%SZ; }
install -d -m 0755 /etc/nginx/tls
cd /etc/nginx/tls
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout /root/upstream.key -out /root/upstream.crt \
	-subj "/O=$UPSTREAM Inc/CN=$UPSTREAM Root R1" -not_before "$(day '900 days ago')" -not_after "$(day '1800 days')" \
	-addext basicConstraints=critical,CA:TRUE -addext keyUsage=critical,keyCertSign 2>/dev/null
openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout shop.key -out /root/shop.csr -subj "/CN=shop.$HOUSE.example" 2>/dev/null
printf 'subjectAltName=DNS:shop.%s.example\nextendedKeyUsage=serverAuth\n' "$HOUSE" >/root/ext
openssl x509 -req -in /root/shop.csr -CA /root/upstream.crt -CAkey /root/upstream.key -CAcreateserial -out shop.crt \
	-not_before "$(day '390 days ago')" -not_after "$(day "$AGO days ago")" -extfile /root/ext 2>/dev/null
rm -f /root/upstream.key /root/shop.csr /root/ext /root/upstream.srl
chmod 0600 shop.key
cat > /etc/nginx/sites-enabled/shop <<NGINX
server {
	listen 443 ssl default_server;
	server_name shop.$HOUSE.example;
	ssl_certificate /etc/nginx/tls/shop.crt;
	ssl_certificate_key /etc/nginx/tls/shop.key;
	access_log off;
	location / { return 200 "The shop is open: $PAGE\n"; }
}
NGINX
sed -i 's/^worker_processes .*/worker_processes 1;/' /etc/nginx/nginx.conf
ln -sfn /etc/sv/nginx /etc/service/nginx
for i in $(seq 75); do
	curl -ksS -m 1 -o /dev/null https://127.0.0.1/ 2>/dev/null && exit 0
	sleep 0.2
done
echo 'The shop did not open.' >&2
exit 1
