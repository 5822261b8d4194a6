said=$(ask +adflag "x$RANDOM$RANDOM.berth.$ZONE" @10.43.0.53)
grep -q 'status: SERVFAIL' <<<"$said" && fail "The resolver has an answer for \`$ZONE\` that it does not believe: SERVFAIL."
grep -Eq "IN[[:space:]]+A[[:space:]]+10\.43\.0\.$BERTH\$" <<<"$said" || fail "The resolver does not find a berth of \`$ZONE\`."
grep -Eq 'flags:[a-z ]* ad[ ;]' <<<"$said" || fail "The resolver answers, and does not check: the flag \`ad\` is missing. Without validation anybody on the way can answer for \`$ZONE\`."
pass
