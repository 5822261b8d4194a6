# A server that was put on the network in a hurry: a web page, a console for the office, figures for the monitor,
# and something that somebody forgot.
nft flush ruleset # what the engine keeps there for its own name server, which labs do not use
cat > /etc/nginx/sites-enabled/shop <<'NGINX'
server {
	listen 80 default_server;
	root /srv/shop;
	access_log /var/log/nginx/access.log;
}
server {
	listen 8443;
	root /srv/console;
	access_log off;
}
NGINX
# One worker is plenty, and nothing here needs a name resolved.
sed -i 's/^worker_processes .*/worker_processes 1;/' /etc/nginx/nginx.conf
install -d /srv/shop /srv/console
echo 'Garden tools, open all night.' > /srv/shop/index.html
echo 'Console: orders today 41' > /srv/console/index.html

# What answers on a port with one line, under the name of a program of its own.
cat > /usr/local/lib/one-line.py <<'PY'
import socket, sys
name, address, port, text = sys.argv[1:]
open('/proc/self/comm', 'w').write(name)
listener = socket.create_server((address, int(port)), reuse_port=False, backlog=16)
while True:
    connection, _ = listener.accept()
    with connection:
        try:
            connection.settimeout(1)
            connection.sendall(text.encode() + b'\n')
        except OSError:
            pass
PY
# As root, like much that is put on a machine in a hurry. It also lets `sudo ss -tlnp` name them: without CAP_SYS_PTRACE,
# which sandboxes do not have, root may not look into the processes of another account.
service() { # name address port text
	mkdir -p "/etc/sv/$1"
	printf '#!/bin/sh\nexec python3 /usr/local/lib/one-line.py %s %s %s "%s"\n' "$@" > "/etc/sv/$1/run"
	chmod 755 "/etc/sv/$1/run"
	ln -sfn "/etc/sv/$1" "/etc/service/$1"
}
service figures 0.0.0.0 9100 'node_load1 0.21'
service stock 127.0.0.1 5433 'stock: 118 spades'
service "$PROGRAM" 0.0.0.0 "$PORT" 'debugger ready'
ln -sfn /etc/sv/nginx /etc/service/nginx

for i in $(seq 75); do
	curl -fsS -m 1 -o /dev/null http://127.0.0.1/ 2>/dev/null && nc -z 127.0.0.1 "$PORT" && nc -z 127.0.0.1 9100 && exit 0
	sleep 0.2
done
echo 'The services of gate did not start.' >&2
exit 1
