run_job "$broken_dump"
left=$(ls "$folder"/club-*.sql.gz 2>/dev/null | head -1)
[ -z "$left" ] || fail "The dump broke, and \`$(basename "$left")\` lies there like all the others. Somebody will trust it."
credit 0.5
rm -rf "$folder" "$programs"
run_job "$silent_dump"
left=$(ls "$folder"/club-*.sql.gz 2>/dev/null | head -1)
[ -z "$left" ] || fail "A dump that ended early without an error still becomes a backup. Ask the file itself whether it is complete."
pass "What has the name of a backup is one."
