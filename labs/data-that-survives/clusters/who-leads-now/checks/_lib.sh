# What the cluster says of itself, from whichever member answers; nothing when none does.
cluster() {
	for host in 11 12 13; do curl -fs -m 2 "http://10.64.0.$host:8008/cluster" && return; done
	return 0
}
leader() { jq -r '.members[]? | select(.role == "leader") | .name' <<<"$cluster"; }
# The address of a member at the quay.
at_quay() { echo "10.64.0.1${1#pg}"; }
# A value from the server at this address, as the account that only watches.
sql_at() { PGPASSWORD=$WATCH_PASS PGCONNECT_TIMEOUT=2 psql -XAtq "host=$1 dbname=harbour user=watch" -c "$2" 2>/dev/null; }
# Sets `cluster` and `leader`, or says that there is none.
find_leader() {
	cluster=$(cluster)
	[ -n "$cluster" ] || fail "No member of the cluster answers on port 8008. Does Patroni run? \`sudo sv status patroni\` tells."
	leader=$(leader)
	[ -n "$leader" ] || fail "The cluster has no leader at the moment. \`patronictl list\` shows what its members are doing."
	at=$(at_quay "$leader")
}
# A setting of /etc/bookings.conf.
setting() { file office /etc/bookings.conf | sed -n "s/^$1=//p" | tail -1; }
