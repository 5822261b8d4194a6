answers 10.40.1.10 "$PORT" && fail "A passer-by still reaches port $PORT, the one nobody meant to open."
credit 0.4
answers 10.40.1.10 8443 && fail "A passer-by still reaches the console on port 8443. It is for the office."
answers 10.40.1.10 9100 && fail "A passer-by still reads the figures on port 9100. They are for the monitor."
credit 0.8
# The office's address of the server is on the server all the same: a rule that trusts the address asked for lets us in.
ip route get 10.40.2.10 2>/dev/null | grep -q dev && answers 10.40.2.10 8443 &&
	fail "A passer-by reaches the console by asking for the office's address of the server."
ping -c 1 -W 2 10.40.1.10 >/dev/null 2>&1 ||
	fail "Closed are the ports, as they should be. But all of ICMP is gone as well; without it, machines cannot be told that a packet was too big."
pass "From the street: the page, and nothing else."
