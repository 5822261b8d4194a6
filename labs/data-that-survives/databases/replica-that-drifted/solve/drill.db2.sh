# What keeps the server from starting stands in its log. The setting goes, the data stays where it is.
file=/etc/mysql/mariadb.conf.d/99-tuning.cnf
[ -e "$file" ] || exit 0
rm "$file"
for i in $(seq 100); do mariadb-admin ping >/dev/null 2>&1 && exit 0; sleep 0.4; done
exit 1
