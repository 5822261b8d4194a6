nft insert rule inet filter input ip saddr "10.40.1.$NOISY" drop
