find_leader
standby=$(jq -r '.members[] | select(.role == "sync_standby" or .role == "quorum_standby") | .name' <<<"$cluster" | head -1)
[ -n "$standby" ] || fail "Patroni knows of no replica that the leader waits for: in \`patronictl list\` the word Sync or Quorum stands nowhere."
credit 0.5
[ "$(sql_at "$at" 'show synchronous_commit')" != off ] && [ "$(sql_at "$at" 'show synchronous_commit')" != local ] ||
	fail "\`synchronous_commit\` on \`$leader\` says that a commit waits for nobody."
waits=$(sql_at "$at" "select count(*) from pg_stat_replication where sync_state in ('sync', 'quorum')")
[ "${waits:-0}" -gt 0 ] || fail "\`$leader\` waits for no replica: in \`pg_stat_replication\` every \`sync_state\` is \`async\`."
pass "A booking is confirmed when \`$standby\` has it too."
