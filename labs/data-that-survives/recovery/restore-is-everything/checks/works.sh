run_job ''
[ "$code" = 0 ] || fail "On a good day, the job ends with $code."
made=$(ls "$folder"/club-*.sql.gz 2>/dev/null | head -1)
[ -n "$made" ] || fail "The job ends well, and there is no \`club-….sql.gz\` in the folder it was given."
zcat "$made" | tail -1 | grep -q 'Dump completed' || fail "What the job leaves is not a complete dump."
zcat "$made" | grep -q 'gtid_slave_pos' || fail "The dump no longer says to which place of the binary log it belongs. Without that it cannot be continued."
pass
