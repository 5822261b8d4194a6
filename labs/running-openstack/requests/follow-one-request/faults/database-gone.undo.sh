sed -i '/^innodb_redo_log_capacity/d' /srv/cloud/mariadb.cnf
for _ in $(seq 200); do (exec 3<>/dev/tcp/controller/3306) 2>/dev/null && exit 0; sleep 0.3; done
exit 1
