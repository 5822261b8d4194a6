# One node of the cluster; `first` begins it, `joins` is copied from it, `fails` has the name of a cluster that was.
name=library
[ "$1" = fails ] && name=$OLD
cat > /etc/mysql/mariadb.conf.d/90-cluster.cnf <<CNF
[mariadbd]
binlog_format = ROW
default_storage_engine = InnoDB
innodb_autoinc_lock_mode = 2
wsrep_on = ON
wsrep_provider = /usr/lib/galera/libgalera_smm.so
wsrep_cluster_name = $name
wsrep_cluster_address = gcomm://10.62.0.11,10.62.0.12,10.62.0.13
wsrep_node_name = $(hostname)
wsrep_node_address = 10.62.0.1${HOSTNAME#n}
wsrep_sst_method = rsync
wsrep_provider_options = "gcache.size=16M; pc.recovery=no"
CNF
install -d -o mysql -g mysql /run/mysqld
[ "$1" = first ] && touch /run/mysqld/first-of-a-new-cluster
ln -sfn /etc/sv/mariadb /etc/service/mariadb
[ "$1" = fails ] && exit 0
for i in $(seq 500); do
	mariadb -NBe "show status like 'wsrep_local_state_comment'" 2>/dev/null | grep -q Synced && break
	sleep 0.2
done
mariadb -NBe "show status like 'wsrep_local_state_comment'" | grep -q Synced || { tail -40 /var/log/mysql/error.log >&2; exit 1; }
[ "$1" = first ] || exit 0
mariadb <<SQL
create database library;
create table library.loans (
	id int unsigned not null auto_increment primary key,
	ref char(8) not null unique, shelf int not null,
	lent timestamp not null default current_timestamp);
create table library.words (word varchar(64) not null primary key);
create user desk identified by '$PASS';
grant select, insert on library.* to desk;
SQL
