# The way is written down, and nobody asks birch.
ip route add 10.60.2.0/24 via 10.50.1.2
