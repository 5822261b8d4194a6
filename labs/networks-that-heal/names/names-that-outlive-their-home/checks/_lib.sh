# Ask a server, and wait for it briefly.
ask() { dig +time=2 +tries=1 "$@" 2>/dev/null; }
serial() { ask +short SOA "$ZONE" "@$1" | awk 'NF == 7 && $3 ~ /^[0-9]+$/ { print $3 }'; }
