find_leader
mode=$(curl -fs -m 2 "http://$at:8008/config" | jq -r '.synchronous_mode // false')
case $mode in
	true | on | quorum) pass ;;
esac
names=$(sql_at "$at" 'show synchronous_standby_names')
[ -z "$names" ] || fail "\`$leader\` waits for \`$names\`, but the cluster does not know why. Whom it may promote is decided by Patroni, so it is Patroni that must be told: \`synchronous_mode\`."
fail "\`patronictl show-config\` says nothing of a \`synchronous_mode\`: the leader says yes before anybody else has the booking."
