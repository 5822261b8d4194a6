# In the drill nobody has had an idea about security.
if nft list table inet guard >/dev/null 2>&1; then
	nft add rule inet guard input ip protocol 112 accept
fi
sleep 6
