nft flush ruleset
sleep 6
