printf 'key "%s" { algorithm hmac-sha256; secret "%s"; };\n' "$KEYNAME" "$(printf '%s' "$ZONE" | sha256sum | head -c 32 | base64)" > /etc/bind/copy.key
chown root:bind /etc/bind/copy.key
chmod 640 /etc/bind/copy.key
sed -i -e "s/allow-transfer { any; };/allow-transfer { key \"$KEYNAME\"; };/" -e '1i include "/etc/bind/copy.key";' /etc/bind/named.conf
sed -i -e 's/2026110302 ; serial/2026110303 ; serial/' -e "\$a relay\tIN A\t10.42.0.$RELAY" "/var/lib/bind/$ZONE.zone"
rndc reconfig >/dev/null
rndc reload >/dev/null
