# A server with nothing on it.
ln -sfn /etc/sv/mariadb /etc/service/mariadb
for i in $(seq 300); do mariadb-admin ping >/dev/null 2>&1 && break; sleep 0.2; done
for i in $(seq 100); do rsync club::backup/ >/dev/null 2>&1 && exit 0; sleep 0.2; done
echo 'The backups of club cannot be fetched.' >&2
exit 1
