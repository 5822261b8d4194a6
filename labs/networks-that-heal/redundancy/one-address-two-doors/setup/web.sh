# A ticket office: it answers for itself, and says at /health whether it can sell.
cat > /usr/local/lib/tickets.py <<'PY'
"""Sells tickets over HTTP. /srv/database is what it needs to do so."""
import http.server, os, socket

class Tickets(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        able = os.path.exists('/srv/database')
        status = 200 if able else 503
        body = f'{socket.gethostname()}: ' + ('one ticket, row 7\n' if able else 'no database\n')
        if self.path == '/health':
            body = ('fit' if able else 'unfit') + '\n'
        self.send_response(status)
        self.send_header('Content-Length', str(len(body)))
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, *args):
        pass

http.server.ThreadingHTTPServer(('0.0.0.0', 8080), Tickets).serve_forever()
PY
mkdir -p /etc/sv/tickets
printf '#!/bin/sh\nexec chpst -u nobody python3 /usr/local/lib/tickets.py\n' > /etc/sv/tickets/run
chmod 755 /etc/sv/tickets/run
[ "$LAB_HOST" = web2 ] || touch /srv/database
ln -sfn /etc/sv/tickets /etc/service/tickets
for i in $(seq 75); do
	curl -s -m 1 -o /dev/null http://127.0.0.1:8080/ && exit 0
	sleep 0.2
done
echo 'The ticket office did not open.' >&2
exit 1
