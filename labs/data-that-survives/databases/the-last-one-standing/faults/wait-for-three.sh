# The three are one cluster, and each has all that the others have.
is_in() {
	on "$1" mariadb -NBe "show status where variable_name in ('wsrep_cluster_size', 'wsrep_local_state_comment')" 2>/dev/null |
		grep -cxE $'wsrep_cluster_size\t3|wsrep_local_state_comment\tSynced' | grep -qx 2
}
for i in $(seq 120); do
	is_in n1 && is_in n2 && is_in n3 && exit 0
	sleep 2
done
echo 'The three did not come together.' >&2
exit 1
