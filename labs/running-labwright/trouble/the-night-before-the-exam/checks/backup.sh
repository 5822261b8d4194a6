file=$(newest)
[ -n "$file" ] || fail "There is no backup where the settings put them, in \`$(setting BACKUPS)\`."
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
tar xzf "$file" -C "$here" 2>/dev/null || fail "\`$file\` cannot be unpacked: it was cut off."
(cd "$here" && sha256sum --quiet -c SHA256SUMS) >/dev/null 2>&1 || fail "\`$file\` is not what was saved: its checksums do not match."
value() { sqlite3 -readonly "$1" "$2" 2>/dev/null; }
[ "$(value "$here/labwright.db" 'pragma integrity_check')" = ok ] || fail "The database in \`$file\` is damaged."
made=$(($(date -d "$(sed -n 's/.*"madeAt": "\(.*\)".*/\1/p' "$here/labwright-backup.json")" +%s) * 1000))
there=$(value $data/labwright.db "select count(*) from attempts where at < $made - 10000")
[ "$(value "$here/labwright.db" 'select count(*) from attempts')" -ge "${there:-1}" ] || fail "\`$file\` is whole, but not everything is in it that the platform had then."
[ $(($(date +%s) * 1000 - made)) -lt 43200000 ] || fail "The newest backup, \`$file\`, is from before this evening. What was written since would be lost with the disk."
credit 0.6 "There is a whole backup of this evening."
[ "$(tar tzf "$file" | grep -c '^recordings/.*cast.gz$')" -ge "$(ls $data/recordings/*.cast.gz | wc -l)" ] || fail "Recordings are missing in \`$file\`."
[ "$(tar tzf "$file" | grep -c heapsnapshot)" = 0 ] || fail "\`$file\` carries a snapshot of the heap along. Whatever lies in the data folder is in every backup."
pass "The backup of this evening is whole: $(du -h "$file" | cut -f1)."
