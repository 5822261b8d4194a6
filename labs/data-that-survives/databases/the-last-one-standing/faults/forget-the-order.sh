# A clean shutdown leaves its position and perhaps the permission to begin in grastate.dat; the one that went on alone
# has the better claim, and does not know it either.
[ -e /var/lib/mysql/grastate.dat ] && sed -i 's/^safe_to_bootstrap:.*/safe_to_bootstrap: 0/' /var/lib/mysql/grastate.dat
