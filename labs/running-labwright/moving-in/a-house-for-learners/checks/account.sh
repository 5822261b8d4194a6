pid=$(pgrep -of 'src/server\.ts')
[ -n "$pid" ] || fail "No Labwright runs on this machine."
owner=$(stat -c %U "/proc/$pid")
[ "$owner" = labwright ] || fail "It runs as $owner. Whoever finds a hole in it is then $owner, too; there is an account \`labwright\` for it."
pgrep -x runsv -a | grep -q 'runsv labwright' || fail "It runs, but nothing starts it again: \`/etc/service/labwright\` is not there."
credit 0.5
[ "$(stat -c %U /opt/labwright/spring /etc/labwright/settings 2>/dev/null | sort -u)" = root ] || fail "The program and its settings should be root's: a service that may change them can be made into another one."
[ "$(stat -c %U $data 2>/dev/null)" = labwright ] || fail "\`$data\` is not there, or does not belong to \`labwright\`."
[ -s $data/labwright.db ] || fail "There is no database in \`$data\`. Where does \`DATA\` point?"
pass
