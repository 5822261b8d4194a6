export ORIGIN=http://learn.$TOWN.example:$PORT
data=/var/lib/labwright
# A page as somebody sees it on new: `page NAME PASSWORD PATH`.
page() { node /usr/local/lib/town/ask.mjs "new:$PORT" "$@"; }
# Ends the check unless a platform answers on new.
reachable() {
	curl -fs -m 5 -o /dev/null "http://new:$PORT/readyz" || fail "Nothing answers on \`new\` at port $PORT. Does the service run (\`sudo sv status labwright\`), and what does its log say?"
}
# The newest backup in a folder of this machine.
newest() { ls "$1"/labwright-*.tar.gz 2>/dev/null | sort | tail -1; }
# Unpacks a backup into a folder for this look alone, $here.
open_backup() {
	here=$(mktemp -d)
	trap 'rm -rf "$here"' EXIT
	tar xzf "$1" -C "$here" 2>/dev/null || fail "\`$1\` is no backup, or was cut off: it cannot be unpacked."
	[ -s "$here/labwright-backup.json" ] || fail "\`$1\` was not made by Labwright: it does not say of itself what it is."
	(cd "$here" && sha256sum --quiet -c SHA256SUMS) >/dev/null 2>&1 || fail "\`$1\` is not what was saved: its checksums do not match."
}
# One value of a database.
value() { sqlite3 -readonly "$1" "$2" 2>/dev/null; }
