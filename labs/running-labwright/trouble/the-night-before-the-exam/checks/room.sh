[ -s $data/labwright.db ] || fail "There is no database in \`$data\`. The data of the platform belongs on its disk."
read -r size free <<<"$(df -BM --output=size,avail /srv/data | tail -1 | tr -d M)"
[ "$free" -ge 8 ] || fail "$free MB of $size are free on \`/srv/data\`. What takes the rest, and whose is it?"
credit 0.3
[ "$free" -ge 48 ] || fail "$free MB of $size are free on \`/srv/data\`. That lasts until the next backups: something large is left there that is nobody's work."
pass "$free MB of $size are free."
