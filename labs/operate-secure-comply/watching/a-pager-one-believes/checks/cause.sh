now=$(alerts) || exit
dead=$(ask 'print(*[a["labels"].get("instance", "") + " " + a["status"]["state"] for a in d if a["labels"]["alertname"] == "MachineDown"], sep="\n")' <<<"$now")
[ -n "$dead" ] || fail "No alert called \`MachineDown\` fires, and \`web2\` has no power."
grep -q '^web2' <<<"$dead" || fail "\`MachineDown\` fires, but not for \`web2\`: $dead"
grep -q '^web1' <<<"$dead" && fail "\`MachineDown\` fires for \`web1\` as well, which is up."
pass
