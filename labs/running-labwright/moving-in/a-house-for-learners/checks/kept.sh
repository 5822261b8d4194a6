file=$(newest /srv/incoming)
[ -n "$file" ] || fail "There is no backup in \`/srv/incoming\` yet."
mode=$(stat -c %a "$file")
case $mode in 400 | 600) ;; *) fail "\`$file\` has the mode $mode. It holds password hashes and the keys that sign certificates." ;; esac
pass
