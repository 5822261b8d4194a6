ask() { dig +time=1 +tries=1 "$@" 2>/dev/null; }
# One of the numbers of the SOA record: 3 is the serial, 6 is expire.
soa() { ask +short SOA "$ZONE" "@$1" | awk -v n="$2" 'NF == 7 && $n ~ /^[0-9]+$/ { print $n }'; }
