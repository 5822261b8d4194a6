for i in $(seq 200); do
	mariadb -NBe "show status like 'wsrep_cluster_status'" | grep -q non-Primary && exit 0
	sleep 0.5
done
echo 'n3 did not lose its quorum.' >&2
exit 1
