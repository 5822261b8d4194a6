ip route add 10.60.1.0/24 via 10.50.1.1
