verdict "$(inside <<'IN'
grep -q "$NAME was here" /srv/play/rootfs/etc/pupil || say fail "What the pupil has handed in is no longer what it was. Pupils hand in what they like; that is what the playground is for."
result
another 40 || say fail "The pupils get no results: \`/srv/play/out/result\` has not changed for forty seconds. \`runc\` or \`runsc\`, started by hand as in \`/etc/service/play/run\`, says why; what the service itself says stands in the computer's console, \`/var/lib/machine/console.log\` on \`bench\`."
[ "$answer" = 42 ] || say fail "There is a result, and it is not what the pupil's program answers: \`$answer\`."
say pass "An answer $answer, on Linux $kernel."
IN
)"
