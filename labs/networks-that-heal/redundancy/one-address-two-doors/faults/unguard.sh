nft delete table inet guard
