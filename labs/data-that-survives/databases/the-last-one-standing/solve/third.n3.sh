sed -i 's/^wsrep_cluster_name.*/wsrep_cluster_name = library/' /etc/mysql/mariadb.conf.d/90-cluster.cnf
sv force-restart mariadb >/dev/null || true; for i in $(seq 150); do
	mariadb -NBe "show status like 'wsrep_local_state_comment'" 2>/dev/null | grep -q Synced && break
	sleep 0.3
done
