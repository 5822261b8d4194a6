ids=
for host in n1 n2 n3; do
	status=$(of "$host" wsrep_cluster_status)
	[ -n "$status" ] || fail "The server on $host does not answer: it is not running, or waits for a cluster that it cannot find."
	[ "$status" = Primary ] || fail "$host is not in a primary component: its cluster status is $status."
done
credit 0.4
for host in n1 n2 n3; do
	size=$(of "$host" wsrep_cluster_size)
	[ "$size" = 3 ] || fail "$host sees $size of three members. If more than one of you says so, there is more than one cluster."
	state=$(of "$host" wsrep_local_state_comment)
	[ "$state" = Synced ] || fail "$host is a member, but not ready: it is $state."
	ids="$ids $(of "$host" wsrep_cluster_state_uuid)"
done
[ "$(tr ' ' '\n' <<<"$ids" | grep . | sort -u | wc -l)" = 1 ] || fail "The three do not share one history."
pass "Three members, one history."
