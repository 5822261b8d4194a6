# Version 2 of the guestbook, with three things in its way and a fourth for the next start of the
# machine; and version 1, started by hand last year and still there.
if ! getent passwd guestbook >/dev/null; then
	useradd --system --home-dir /var/lib/guestbook --no-create-home --shell /usr/sbin/nologin guestbook
fi
mkdir -p /etc/guestbook /var/lib/guestbook /var/log/guestbook /etc/sv/guestbook/log

cat > /etc/guestbook/guestbook.conf <<-END
	# Settings of the guestbook. Try them: /opt/guestbook-2/guestbook --check /etc/guestbook/guestbook.conf

	# title: what stands above the entries
	title = Guestbook of the old mill

	# listen_port: where the proxy in front sends visitors to. It is $PORT there as well; leave it.
	$BADKEY = $PORT

	# entries_file: what visitors wrote
	entries_file = /var/lib/guestbook/entries.txt
END

cat > /var/lib/guestbook/entries.txt <<-END
	Ruth <ruth@example.org>: The bread was still warm. Thank you!
	Joost <joost@example.net>: We came by bicycle, all of us, visit $ENTRY.
	Miriam <miriam@example.com>: Who repaired the wheel? It turns.
END
chown -R root:root /var/lib/guestbook
chmod 755 /var/lib/guestbook
chmod 600 /var/lib/guestbook/entries.txt

cat > /etc/sv/guestbook/run <<-'END'
	#!/bin/sh
	exec 2>&1
	exec chpst -u guestbook /opt/guestbook-2/guestbook /etc/guestbook/guestbook.conf
END
cat > /etc/sv/guestbook/log/run <<-'END'
	#!/bin/sh
	exec svlogd -tt /var/log/guestbook
END
chmod 755 /etc/sv/guestbook/run /etc/sv/guestbook/log/run
touch /etc/sv/guestbook/down
ln -sfn /etc/sv/guestbook /etc/service/guestbook

cat > /opt/guestbook-1/settings <<-END
	title = Guestbook
	listen_port = $PORT
	entries_file = /opt/guestbook-1/entries.txt
END
echo 'Ben <ben@example.org>: Testing, testing. Is this on?' > /opt/guestbook-1/entries.txt
cat > "/opt/guestbook-1/$KEEPER" <<-'END'
	#!/bin/sh
	# It crashes sometimes. This helps.
	while :; do
		/opt/guestbook-1/guestbook /opt/guestbook-1/settings >/dev/null 2>&1
		sleep 1
	done
END
chmod 755 "/opt/guestbook-1/$KEEPER"
# Without our environment: it could be read from the process later.
env -i PATH="$PATH" setsid -f "/opt/guestbook-1/$KEEPER" >/dev/null 2>&1 </dev/null

for _ in $(seq 150); do
	curl -fsS -m 1 -o /dev/null "http://127.0.0.1:$PORT/" 2>/dev/null && sv status guestbook >/dev/null 2>&1 && exit 0
	sleep 0.2
done
exit 1
