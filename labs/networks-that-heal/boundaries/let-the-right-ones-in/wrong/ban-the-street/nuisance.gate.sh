# The whole neighbourhood, and a set for the look of it.
nft add set inet filter banned '{ type ipv4_addr; flags interval; }'
nft add element inet filter banned '{ 10.40.1.60-10.40.1.254 }'
nft insert rule inet filter input ip saddr @banned drop
