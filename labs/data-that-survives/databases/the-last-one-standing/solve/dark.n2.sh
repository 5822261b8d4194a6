# The last one begins; the others find it by themselves, as soon as it is there.
if [ "$LAST" = n2 ]; then
	sed -i 's/^safe_to_bootstrap:.*/safe_to_bootstrap: 1/' /var/lib/mysql/grastate.dat
	galera_new_cluster >/root/started
fi
