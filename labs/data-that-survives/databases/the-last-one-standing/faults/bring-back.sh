# The node that knows most begins, the others join it.
best='' most=-1
for node in n1 n2 n3; do
	on "$node" sv -w 2 force-stop mariadb >/dev/null || true
	known=$(on "$node" mariadbd --user=mysql --wsrep-recover 2>&1 | sed -n 's/.*Recovered position: *[^:]*://p' | tail -1)
	[ "${known:--1}" -le "$most" ] || { most=$known best=$node; }
done
on "$best" sed -i 's/^safe_to_bootstrap:.*/safe_to_bootstrap: 1/' /var/lib/mysql/grastate.dat
on "$best" galera_new_cluster
for node in n1 n2 n3; do [ "$node" = "$best" ] || on "$node" sv up mariadb; done
for node in n1 n2 n3; do
	for i in $(seq 60); do
		on "$node" mariadb -NBe "show status like 'wsrep_local_state_comment'" 2>/dev/null | grep -q Synced && continue 2
		sleep 1
	done
	echo "$node did not join $best." >&2
	exit 1
done
