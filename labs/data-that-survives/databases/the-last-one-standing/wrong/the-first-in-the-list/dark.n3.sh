for i in $(seq 100); do
	[ "$(mariadb -NBe "show status like 'wsrep_cluster_size'" 2>/dev/null | cut -f2)" = 3 ] && break
	sleep 0.5
done
