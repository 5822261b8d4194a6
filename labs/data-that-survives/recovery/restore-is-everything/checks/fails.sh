run_job "$broken_dump"
[ "$code" != 0 ] || fail "The dump broke in the middle, and the job ended with 0. Nobody will be told."
pass "It says so."
