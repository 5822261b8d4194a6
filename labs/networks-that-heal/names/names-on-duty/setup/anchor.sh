# What the zone above vouches for: the key as it was when the lab began, kept where no learner comes.
install -d -m 0700 /var/lib/probe
dig +short +time=2 +tries=2 DNSKEY "$ZONE" @10.43.0.11 | awk -v zone="$ZONE" '
	BEGIN { print "trust-anchors {" }
	$1 == 257 { key = ""; for (i = 4; i <= NF; i++) key = key $i; printf "\t\"%s.\" static-key %s %s %s \"%s\";\n", zone, $1, $2, $3, key }
	END { print "};" }' >/var/lib/probe/anchor
grep -q static-key /var/lib/probe/anchor
