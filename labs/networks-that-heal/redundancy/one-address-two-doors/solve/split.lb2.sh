nft add rule inet guard input ip protocol 112 accept
sleep 6
