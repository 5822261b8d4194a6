# Dark when no node takes a loan, now and some seconds later.
for i in 1 2 3; do
	for node in n1 n2 n3; do
		! MYSQL_PWD=$PASS mariadb --no-defaults --connect-timeout=1 -h $node -u desk library -e 'select 1 from loans limit 1' >/dev/null 2>&1 || exit 1
	done
	sleep 2
done
