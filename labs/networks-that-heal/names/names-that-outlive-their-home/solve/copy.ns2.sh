printf 'key "%s" { algorithm hmac-sha256; secret "%s"; };\n' "$KEYNAME" "$(printf '%s' "$ZONE" | sha256sum | head -c 32 | base64)" > /etc/bind/copy.key
chown root:bind /etc/bind/copy.key
chmod 640 /etc/bind/copy.key
sed -i -e 's/allow-transfer { any; };/allow-transfer { none; };/' -e '1i include "/etc/bind/copy.key";' -e "s/primaries { 10.42.0.11; };/primaries { 10.42.0.11 key \"$KEYNAME\"; };/" /etc/bind/named.conf
rndc reconfig >/dev/null
for i in $(seq 30); do
	[ "$(dig +short +time=1 +tries=1 @10.42.0.12 "relay.$ZONE")" = "10.42.0.$RELAY" ] && break
	rndc retransfer "$ZONE" >/dev/null
	sleep 1
done
