# A server with a binary log and a number of its own, and the accounts of the house. Accounts are not in the log: the
# replicas are to begin without a history.
cat > /etc/mysql/mariadb.conf.d/90-theatre.cnf <<CNF
[mariadbd]
server_id = $ID
log_bin = binlog
log_slave_updates = on
gtid_strict_mode = on
sync_binlog = 1
innodb_flush_log_at_trx_commit = 1
CNF
ln -sfn /etc/sv/mariadb /etc/service/mariadb
for i in $(seq 300); do mariadb-admin ping >/dev/null 2>&1 && break; sleep 0.2; done
mariadb <<SQL
set sql_log_bin = 0;
create user repl identified by '$REPL_PASS';
grant replication slave, binlog monitor, reload, process, select, show view, lock tables, trigger, event on *.* to repl;
create user boxoffice identified by '$SHOP_PASS';
grant select, insert on theatre.* to boxoffice;
SQL
