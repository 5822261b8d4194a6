# Everything that was asked for, and the answers to one's own questions are dropped.
nft -f - <<'NFT'
table inet filter {
	chain input {
		type filter hook input priority filter; policy drop;
		iif lo accept
		ip protocol icmp accept
		tcp dport 80 accept
		ip saddr 10.40.2.0/24 tcp dport 8443 accept
		ip saddr 10.40.2.30 tcp dport 9100 accept
	}
}
NFT
