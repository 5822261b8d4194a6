# The dead line is switched off by hand, tonight.
birdc disable birch >/dev/null
sleep 2
