# A file with an old key was rolled out to the resolvers.
old=$(mktemp -d)
dnssec-keygen -q -a ECDSAP256SHA256 -f KSK -K "$old" "$ZONE" >/dev/null
awk -v zone="$ZONE" '
	BEGIN { print "// Rolled out centrally. Keys of our zones." ; print "trust-anchors {" }
	/DNSKEY/ { sub(/.*DNSKEY[ \t]+/, ""); key = ""; for (i = 4; i <= NF; i++) key = key $i; printf "\t\"%s.\" static-key %s %s %s \"%s\";\n", zone, $1, $2, $3, key }
	END { print "};" }' "$old"/*.key >/etc/bind/anchor.conf
rm -rf "$old"
rndc reconfig
rndc flush
