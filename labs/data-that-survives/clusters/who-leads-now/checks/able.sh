find_leader
for name in pg1 pg2 pg3; do
	member=$(jq -c --arg name "$name" '.members[] | select(.name == $name)' <<<"$cluster")
	[ -n "$member" ] || fail "\`$name\` is not a member of the cluster."
	tags=$(curl -fs -m 2 "http://$(at_quay "$name"):8008/patroni" | jq -r '.tags // {} | if .nofailover == true or .failover_priority == 0 then "no" else "may" end')
	[ "$tags" = may ] || fail "\`$name\` has a tag that says it must never lead. However healthy it is, nobody will take over when it is the last one."
	[ "$name" = "$leader" ] && continue
	state=$(jq -r .state <<<"$member")
	[ "$state" = streaming ] || fail "\`$name\` may lead as far as its tags go, but its state is \"$state\": it has nothing to lead with."
	credit 0.5
done
pass "Whichever of the two it hits, the other one can do it."
