name=shop.$HOUSE.example
request=$(on web sh -c 'umask 077; cd /etc/nginx/tls && openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout new.key -subj "/CN=$1" 2>/dev/null' request "$name")
certificate=$(on vault sh -c 'cd /srv/ca && printf "subjectAltName=DNS:%s\nextendedKeyUsage=serverAuth\nbasicConstraints=CA:FALSE\n" "$2" >ext && printf "%s\n" "$1" >shop.csr && openssl x509 -req -in shop.csr -CA root.crt -CAkey root.key -CAcreateserial -days 90 -extfile ext 2>/dev/null' sign "$request" "$name")
on web sh -c 'cd /etc/nginx/tls && printf "%s\n" "$1" >shop.crt && mv new.key shop.key && nginx -s reload' install "$certificate"
on till sh -c 'rm -f /usr/local/share/ca-certificates/upstream.crt && printf "%s\n" "$1" >/usr/local/share/ca-certificates/house.crt && update-ca-certificates >/dev/null 2>&1' believe "$(file vault /srv/ca/root.crt)"
for i in $(seq 20); do openssl s_client -connect web:443 </dev/null 2>/dev/null | openssl x509 -noout -checkend 0 >/dev/null 2>&1 && break; sleep 0.3; done
