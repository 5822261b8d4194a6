find_leader
for name in pg1 pg2 pg3; do
	[ "$name" = "$leader" ] && continue
	state=$(jq -r --arg name "$name" '.members[] | select(.name == $name) | .state' <<<"$cluster")
	[ -n "$state" ] || fail "\`$name\` is not a member of the cluster. Does Patroni run there?"
	[ "$state" = streaming ] || fail "\`$name\` receives nothing: its state is \"$state\". It says why in \`/var/log/patroni.log\`."
	credit 0.5
done
[ "$(sql_at "$at" "select count(*) from pg_stat_replication where state = 'streaming'")" = 2 ] ||
	fail "The members say that they follow, but \`$leader\` does not send to two of them."
pass "\`$leader\` leads, and two receive what it writes."
