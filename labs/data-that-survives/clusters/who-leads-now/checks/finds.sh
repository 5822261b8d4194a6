find_leader
database=$(setting DATABASE)
[ -n "$database" ] || fail "There is no line \`DATABASE=…\` in \`/etc/bookings.conf\` on office."
password=$(setting PASSWORD)
words=$(python3 -c 'import sys, psycopg2.extensions as e; d = e.parse_dsn(sys.argv[1]); print(d.get("host", "")); print(d.get("port", ""))' "$database" 2>/dev/null) ||
	fail "\`DATABASE\` in \`/etc/bookings.conf\` is not a connection string that libpq understands."
hosts=$(sed -n 1p <<<"$words" | tr ',' '\n' | sed 's/^pg\([123]\)$/10.64.0.1\1/')
for name in pg1 pg2 pg3; do
	grep -qxF "$(at_quay "$name")" <<<"$hosts" || fail "The office does not know \`$name\`. It leads tonight or it will some night; the office should not need to be told."
done
credit 0.3
# The order in which they are tried must not matter: try each of them first.
for first in 11 12 13; do
	order=10.64.0.$first
	for other in 11 12 13; do [ "$other" = "$first" ] || order=$order,10.64.0.$other; done
	said=$(PGPASSWORD=$password PGCONNECT_TIMEOUT=2 timeout 7 psql -XAtq "$(python3 -c 'import sys, psycopg2.extensions as e
d = e.parse_dsn(sys.argv[1]); d["host"] = sys.argv[2]
print(" ".join(f"{k}={v}" for k, v in d.items()))' "$database" "$order")" -c 'select inet_server_addr(), pg_is_in_recovery()' 2>/dev/null)
	case $said in
		*'|f') ;;
		*'|t') fail "With the same settings and another order, the office ends at a replica, which refuses every booking. Let it ask for a server that takes writes." ;;
		*) fail "With the same settings and \`10.64.0.$first\` tried first, the office reaches no server at all." ;;
	esac
done
pass "Whoever leads, the office finds it."
