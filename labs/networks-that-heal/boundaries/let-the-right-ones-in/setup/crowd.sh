# Customers, and one who asks for everything, all the time. Each has an address of its own on this machine.
ip address add "10.40.1.$NOISY/24" dev "$(ip -o -4 address show to 10.40.1.60 | awk '{ print $2 }')"
for n in 7 19 33; do
	ip address add "10.40.1.$((NOISY + n))/24" dev "$(ip -o -4 address show to 10.40.1.60 | awk '{ print $2 }')"
done
cat > /usr/local/bin/visitors <<'SH'
#!/bin/bash
ask() { curl -s -m 1 -o /dev/null --interface "10.40.1.$1" "http://10.40.1.10/$2"; }
while true; do
	for n in 7 19 33; do
		ask "$((NOISY + n))" ''
		for page in wp-login.php .env admin backup.zip; do ask "$NOISY" "$page"; sleep 0.4; done
	done
done
SH
chmod 755 /usr/local/bin/visitors
mkdir -p /etc/sv/visitors
printf '#!/bin/sh\nNOISY=%s exec /usr/local/bin/visitors\n' "$NOISY" > /etc/sv/visitors/run
chmod 755 /etc/sv/visitors/run
ln -sfn /etc/sv/visitors /etc/service/visitors
