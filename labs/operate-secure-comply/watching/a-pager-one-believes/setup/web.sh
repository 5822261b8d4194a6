# A machine with a shop on it. Both tell their figures.
cat > /usr/local/lib/shop.py <<'PY'
import http.server, sys

class Shop(http.server.BaseHTTPRequestHandler):
    served = 0
    def do_GET(self):
        Shop.served += 1
        text = f'# TYPE shop_requests_total counter\nshop_requests_total {Shop.served}\n' if self.path == '/metrics' else 'Garden tools.\n'
        self.send_response(200)
        self.send_header('Content-Type', 'text/plain; version=0.0.4')
        self.send_header('Content-Length', str(len(text)))
        self.end_headers()
        self.wfile.write(text.encode())

    def log_message(self, *args):
        pass

http.server.ThreadingHTTPServer(('0.0.0.0', int(sys.argv[1])), Shop).serve_forever()
PY
mkdir -p /etc/sv/shop
printf '#!/bin/sh\nexec chpst -u nobody python3 /usr/local/lib/shop.py %s\n' "$SHOPPORT" > /etc/sv/shop/run
chmod 755 /etc/sv/shop/run
ln -sfn /etc/sv/shop /etc/service/shop
ln -sfn /etc/sv/node-exporter /etc/service/node-exporter
for i in $(seq 100); do
	nc -z 127.0.0.1 "$SHOPPORT" && nc -z 127.0.0.1 9100 && exit 0
	sleep 0.2
done
echo 'The shop or the exporter did not start.' >&2
exit 1
