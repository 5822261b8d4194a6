# It hurts while all three are there and none of them waits for another.
for host in 11 12 13; do
	cluster=$(curl -fs -m 2 "http://10.64.0.$host:8008/cluster") && break
done
[ "$(jq '[.members[] | select(.state == "streaming")] | length' <<<"$cluster")" = 2 ]
[ "$(jq '[.members[] | select(.role == "sync_standby" or .role == "quorum_standby")] | length' <<<"$cluster")" = 0 ]
