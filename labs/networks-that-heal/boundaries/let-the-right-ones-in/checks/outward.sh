curl -fsS -m 4 -o /dev/null http://10.40.1.50:8080/ 2>/dev/null ||
	fail "The server asked the mirror at 10.40.1.50 for packages, and the answer did not come in. An answer belongs to a connection that this machine opened."
pass
