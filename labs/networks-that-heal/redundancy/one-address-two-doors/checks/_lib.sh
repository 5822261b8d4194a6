vip=10.41.0.$VIP

# How many of so many questions get a ticket.
tickets() { # address how-many
	local sold=0 i
	for i in $(seq "$2"); do
		curl -fsS -m 2 "http://$1/" 2>/dev/null | grep -q ticket && sold=$((sold + 1))
	done
	echo "$sold"
}
