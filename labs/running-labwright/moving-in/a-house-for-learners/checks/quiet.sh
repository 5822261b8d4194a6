[ -d $data ] || fail "There is no \`$data\` yet."
case $(stat -c %a $data) in 700 | 750) ;; *) fail "\`$data\` has the mode $(stat -c %a $data). Password hashes and the platform's keys lie in it." ;; esac
[ "$(find $data -maxdepth 1 -name 'labwright.db*' -perm /o=rwx | wc -l)" = 0 ] || fail "Others may read the database."
pass
