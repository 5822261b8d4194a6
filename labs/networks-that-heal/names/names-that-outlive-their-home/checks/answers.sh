answer=$(ask "www.$ZONE" @10.42.0.12)
[ -n "$answer" ] || fail "\`ns2\` does not answer at all."
status=$(sed -n 's/.*status: \([A-Z]*\).*/\1/p' <<<"$answer")
[ "$status" = NOERROR ] || fail "\`ns2\` answers \`$status\` for \`www.$ZONE\`. It has the zone on its disk, and does not dare to use it."
grep -Eq 'flags: [a-z ]*\baa\b' <<<"$answer" || fail "\`ns2\` answers, but not as one who must know: the flag \`aa\` is missing."
grep -Eq "IN[[:space:]]+A[[:space:]]+10\.42\.0\.$NEW\$" <<<"$answer" || fail "\`ns2\` answers for \`www.$ZONE\`, but not with 10.42.0.$NEW."
pass
