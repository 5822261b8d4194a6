verdict "$(inside <<'IN'
have=$(cat /proc/sys/vm/max_map_count)
[ "$have" -lt "$AREAS" ] || say fail "\`vm.max_map_count\` of the machine is $have now, for everybody on it. That is what one tenant wants; the others were not asked."
say pass "$have areas for each process on the machine, as before."
IN
)"
