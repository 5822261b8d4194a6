# Asks for a berth that nobody has asked for before, and believes only what the zone's key has signed.
said=$(timeout 4 delv "@$1" -a /var/lib/probe/anchor "+root=$ZONE" "x$NONCE.berth.$ZONE" A 2>&1)
grep -q '^; fully validated' <<<"$said" && grep -Eq "IN[[:space:]]+A[[:space:]]+10\.43\.0\.$BERTH\$" <<<"$said"
