nft -f - <<'NFT'
table inet guard {
	chain input {
		type filter hook input priority filter; policy drop;
		iif lo accept
		ct state established,related accept
		ip protocol icmp accept
		tcp dport 80 accept
	}
}
NFT
# Until the silence is noticed.
for i in $(seq 60); do
	ip -o -4 address show to "10.41.0.$VIP" | grep -q inet && exit 0
	sleep 0.5
done
exit 1
