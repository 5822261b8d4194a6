# Drops what was found, and lets everything else in.
nft add table inet filter
nft add chain inet filter input '{ type filter hook input priority filter; policy accept; }'
nft add rule inet filter input tcp dport "$PORT" drop
nft add rule inet filter input ip saddr 10.40.1.0/24 tcp dport '{ 8443, 9100 }' drop
nft add rule inet filter input ip saddr 10.40.2.20 tcp dport 9100 drop
