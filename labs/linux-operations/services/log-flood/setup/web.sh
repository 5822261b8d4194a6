# Four agents, one of them left at debug level, and an order service whose log was deleted under it.
mkdir -p /etc/agents /run/agents /var/log/agents /var/log/orders /srv/rescue
rm -f /var/log/debug.log* /var/log/orders/access.log*

service() { # name, command: a runit service that begins at the supervisor's next look
	mkdir -p "/etc/sv/$1"
	printf '#!/bin/sh\nexec %s\n' "$2" > "/etc/sv/$1/run"
	chmod 755 "/etc/sv/$1/run"
	ln -sfn "/etc/sv/$1" "/etc/service/$1"
}

for agent in metricsd tracerd samplerd pollerd; do
	ln -sf ../lib/agents/agent "/usr/local/sbin/$agent"
	printf '# Settings of %s. Read when it starts, and on HUP.\nlevel = info\nlog = /var/log/agents/%s.log\n' \
		"$agent" "$agent" > "/etc/agents/$agent.conf"
done
cat > "/etc/agents/$NOISY.conf" <<-END
	# Settings of $NOISY. Read when it starts, and on HUP.
	# Friday 17:40: debug for the vendor's support, see the first line of the log. Switch back on Monday!
	level = debug
	log = /var/log/debug.log
END

python3 - <<'END'
import os
case, first, last = (os.environ[name] for name in ("CASE", "FIRST", "LAST"))
with open("/var/log/debug.log", "w") as log:
    log.write(f"=== Friday 17:40 debug level switched on, support case SC-{case} ===\n")
    line = "17:40:00 debug buffer[00] flush=deferred depth=17 state=pending retry=0 backoff=250ms\n"
    log.write(line * (24 * 1024 * 1024 // len(line)))
with open("/var/log/orders/access.log", "w") as log:
    log.write(f"order {first} taken, three crates of pears\n")
    line = '09:00:00 192.0.2.17 "GET /orders HTTP/1.1" 200 - seen by the shop front\n'
    log.write(line * (48 * 1024 * 1024 // len(line)))
    log.write(f"order {last} taken, one crate of quinces\n")
END

for agent in metricsd tracerd samplerd pollerd; do service "$agent" "/usr/local/sbin/$agent"; done
service orders "/usr/local/sbin/ordersd $PORT"
service cron 'cron -f'
ln -sf ../cron.daily/logrotate /etc/cron.hourly/logrotate

# The colleague's mistake comes last: the file goes, the open file stays.
for _ in $(seq 150); do
	curl -fsS -m 1 -o /dev/null "http://127.0.0.1:$PORT/" 2>/dev/null && [ -e "/run/agents/$NOISY.beat" ] && break
	sleep 0.2
done
curl -fsS -m 2 -o /dev/null "http://127.0.0.1:$PORT/"
rm /var/log/orders/access.log
