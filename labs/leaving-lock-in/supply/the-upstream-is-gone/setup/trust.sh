# Two authorities, of the house and of the world, whose keys stay here; who is called what, and whom everybody believes.
mkdir -p /lab/ca; cd /lab/ca
authority() { openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout "$1.key" -out "$1.crt" -days 3000 -subj "/CN=$2" -addext basicConstraints=critical,CA:TRUE -addext keyUsage=critical,keyCertSign 2>/dev/null; }
# vouch HOST AUTHORITY NAME: a certificate for packages.NAME.example and registry.NAME.example
vouch() {
	openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout "$1.key" -out "$1.csr" -subj "/CN=packages.$3.example" 2>/dev/null
	printf 'subjectAltName=DNS:packages.%s.example,DNS:registry.%s.example\nextendedKeyUsage=serverAuth\nbasicConstraints=CA:FALSE\n' "$3" "$3" >ext
	openssl x509 -req -in "$1.csr" -CA "$2.crt" -CAkey "$2.key" -CAcreateserial -days 397 -extfile ext -out "$1.crt" 2>/dev/null
	on "$1" sh -c 'install -d -m 0755 /etc/nginx/tls && printf "%s\n" "$1" >/etc/nginx/tls/server.crt && (umask 077 && printf "%s\n" "$2" >/etc/nginx/tls/server.key)' tls "$(cat "$1.crt")" "$(cat "$1.key")"
}
authority house "$HOUSE root"
authority world 'Worldwide Root'
vouch hub house "$HOUSE"
vouch upstream world "$VENDOR"
names=$(printf '%s\n' "10.48.0.10 packages.$HOUSE.example registry.$HOUSE.example" "10.48.0.90 packages.$VENDOR.example registry.$VENDOR.example")
printf '%s\n' "$names" >>/etc/hosts
for host in hub desk upstream; do
	on "$host" sh -c 'printf "%s\n" "$1" >>/etc/hosts
		cd /usr/local/share/ca-certificates && printf "%s\n" "$2" >house.crt && printf "%s\n" "$3" >worldwide.crt && update-ca-certificates >/dev/null 2>&1' trust "$names" "$(cat house.crt)" "$(cat world.crt)"
done
