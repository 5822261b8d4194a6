folder=$(setting BACKUPS)
[ -d "$folder" ] || fail "The settings put backups into \`$folder\`, and there is no such folder."
[ "$(stat -Lc %d "$folder")" != "$(stat -Lc %d $data)" ] || fail "Backups are kept in \`$folder\`, on the disk whose loss they are for. In two weeks they fill it again."
credit 0.5
case $(stat -Lc %U:%a "$folder") in labwright:700) ;; *) fail "\`$folder\` should be the account's that makes the backups, and nobody else's: now it is $(stat -Lc '%U’s, with the mode %a' "$folder")." ;; esac
pass
