nft add set inet filter banned '{ type ipv4_addr; }'
nft add element inet filter banned "{ 10.40.1.$NOISY }"
nft insert rule inet filter input ip saddr @banned drop
