(echo 'flush ruleset'; nft -s list ruleset) > /root/nftables.new
mv /root/nftables.new /etc/nftables.conf
