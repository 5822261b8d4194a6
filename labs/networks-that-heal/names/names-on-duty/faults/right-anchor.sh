dig +short DNSKEY "$ZONE" @10.43.0.11 | awk -v zone="$ZONE" '
	BEGIN { print "trust-anchors {" }
	$1 == 257 { key = ""; for (i = 4; i <= NF; i++) key = key $i; printf "\t\"%s.\" static-key %s %s %s \"%s\";\n", zone, $1, $2, $3, key }
	END { print "};" }' >/etc/bind/anchor.new
grep -q static-key /etc/bind/anchor.new
mv /etc/bind/anchor.new /etc/bind/anchor.conf
rndc reconfig
rndc flush
