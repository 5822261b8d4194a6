for i in $(seq 200); do
	n=0
	for host in n1 n2 n3; do
		on "$host" mariadb -NBe "show status where variable_name in ('wsrep_cluster_size', 'wsrep_local_state_comment')" 2>/dev/null |
			tr '\n' ' ' | grep -q '3.*Synced' && n=$((n + 1))
	done
	[ "$n" = 3 ] && exit 0
	sleep 1
done
echo 'The three did not come together.' >&2
exit 1
