# An authority for the whole world.
cd /srv/ca
(umask 077; openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-384 -nodes -keyout root.key -out root.crt -days 3650 -subj "/CN=$HOUSE root" \
	-addext basicConstraints=critical,CA:TRUE -addext keyUsage=critical,keyCertSign,cRLSign 2>/dev/null)
chmod 0644 root.crt
chown learner: root.key root.crt
