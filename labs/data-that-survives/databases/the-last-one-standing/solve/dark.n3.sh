# The last one begins; the others find it by themselves, as soon as it is there.
if [ "$LAST" = n3 ]; then
	sed -i 's/^safe_to_bootstrap:.*/safe_to_bootstrap: 1/' /var/lib/mysql/grastate.dat
	galera_new_cluster >/root/started
fi
for i in $(seq 100); do
	[ "$(mariadb -NBe "show status like 'wsrep_cluster_size'" 2>/dev/null | cut -f2)" = 3 ] && break
	sleep 0.5
done
