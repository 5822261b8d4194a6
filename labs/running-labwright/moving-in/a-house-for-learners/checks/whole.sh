file=$(newest /srv/incoming)
[ -n "$file" ] || fail "There is no \`labwright-….tar.gz\` in \`/srv/incoming\` on \`new\`."
open_backup "$file"
[ "$(value "$here/labwright.db" 'pragma integrity_check')" = ok ] || fail "The database in it is damaged."
credit 0.4 "It is whole."
[ "$(value "$here/labwright.db" "select count(*) from users where name = '$LEARNER'")" = 1 ] || fail "$LEARNER is not in it. Of which data folder is this a backup?"
[ "$(value "$here/labwright.db" "select count(*) from attempts where answer = '$MARK'")" -ge 1 ] || fail "What $LEARNER wrote is not in it."
ls "$here"/recordings/*.cast.gz >/dev/null 2>&1 || fail "No recordings are in it. The database alone is not the house."
pass "It is whole, and everybody is in it."
