# The server vouches for itself, and the till is told to believe it.
certificate=$(on web sh -c 'cd /etc/nginx/tls && openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout shop.key -out shop.crt -days 90 -subj "/CN=$1" -addext "subjectAltName=DNS:$1" 2>/dev/null && nginx -s reload; cat shop.crt' self "shop.$HOUSE.example")
on till sh -c 'rm -f /usr/local/share/ca-certificates/upstream.crt && printf "%s\n" "$1" >/usr/local/share/ca-certificates/house.crt && update-ca-certificates >/dev/null 2>&1' believe "$certificate"
sleep 2
