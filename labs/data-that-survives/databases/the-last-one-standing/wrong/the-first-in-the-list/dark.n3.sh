for one in n1 n2 n3; do
	for i in $(seq 200); do mariadb -h "$one" -u desk -p"$PASS" -e 'select 1 from library.loans limit 1' >/dev/null 2>&1 && break; sleep 0.5; done
done
