file=$(for one in $(ls /var/backups/labwright/labwright-*.tar.gz 2>/dev/null | sort -r); do
	tar xzOf "$one" labwright.db >/tmp/look.$$ 2>/dev/null || continue
	[ "$(value /tmp/look.$$ "select count(*) from sqlite_master where name = 'bookmarks'")" = 0 ] && echo "$one" && break
done)
rm -f /tmp/look.$$
[ -n "$file" ] || fail "There is no backup of the spring release in \`/var/backups/labwright\` on \`new\`. What the autumn release has touched, spring will not take."
open_backup "$file"
[ "$(value "$here/labwright.db" 'pragma integrity_check')" = ok ] || fail "The database in \`$file\` is damaged."
credit 0.5
backed=$(value "$here/labwright.db" "select count(*) from attempts")
before=$(tar xzOf "$(newest /srv/incoming)" labwright.db >/tmp/look.$$ 2>/dev/null && value /tmp/look.$$ 'select count(*) from attempts')
rm -f /tmp/look.$$
[ "${backed:-0}" -gt "${before:-0}" ] || fail "The newest backup of spring, \`$file\`, is from before the move. To go back to it would lose everything since."
pass
