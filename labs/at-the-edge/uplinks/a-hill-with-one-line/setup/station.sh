install -d -o learner -g learner /var/lib/station
chown learner:learner /opt/station # editors and `sed -i` put a new file in place of the old one
service() { # name account command
	mkdir -p "/etc/sv/$1"
	printf '#!/bin/sh\nexec 2>&1\nBASE=%s exec chpst -u %s %s >>/var/log/%s.log\n' "$BASE" "$2" "$3" "$1" >"/etc/sv/$1/run"
	chmod 755 "/etc/sv/$1/run"
	ln -sfn "/etc/sv/$1" "/etc/service/$1"
}
service meter root 'python3 /opt/station/meter.py'
service forward learner 'python3 /opt/station/forward.py'
for i in $(seq 100); do
	curl -fsS -m 1 http://valley:8000/readings 2>/dev/null | grep -q "^$((BASE / 1000))" && exit 0
	sleep 0.2
done
echo 'No reading has reached the valley.' >&2
exit 1
