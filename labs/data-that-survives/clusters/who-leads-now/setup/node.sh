# One of three: what it is told, and etcd. $1 is its number. Patroni is started later, the first one first.
rack=10.63.0.1$1
password=$REPL_PASS nofailover=false
if [ "$1" != 1 ]; then
	# One replica calls with last year's password and never got a copy; the other may not take over.
	if [ "$EMPTY" = "pg$1" ]; then password=spring-tide; else nofailover=true; fi
fi
cat > /etc/default/etcd <<CONF
ETCD_NAME=pg$1
ETCD_DATA_DIR=/var/lib/etcd/pg$1
ETCD_LISTEN_PEER_URLS=http://$rack:2380
ETCD_LISTEN_CLIENT_URLS=http://$rack:2379,http://127.0.0.1:2379
ETCD_INITIAL_ADVERTISE_PEER_URLS=http://$rack:2380
ETCD_ADVERTISE_CLIENT_URLS=http://$rack:2379
ETCD_INITIAL_CLUSTER=pg1=http://10.63.0.11:2380,pg2=http://10.63.0.12:2380,pg3=http://10.63.0.13:2380
ETCD_INITIAL_CLUSTER_TOKEN=harbour
ETCD_INITIAL_CLUSTER_STATE=new
ETCD_HEARTBEAT_INTERVAL=250
ETCD_ELECTION_TIMEOUT=2500
ETCD_UNSAFE_NO_FSYNC=true
CONF
mkdir -p /etc/patroni
cat > /etc/patroni/config.yml <<CONF
scope: harbour
name: pg$1

restapi:
  listen: 0.0.0.0:8008
  connect_address: $rack:8008

etcd3:
  hosts: [10.63.0.11:2379, 10.63.0.12:2379, 10.63.0.13:2379]

# What all members share. It is read from here once, when the cluster is made; from then on it is kept in etcd.
bootstrap:
  dcs:
    ttl: 20
    loop_wait: 3
    retry_timeout: 5
    maximum_lag_on_failover: 1048576
    postgresql:
      use_pg_rewind: true
      parameters:
        max_connections: 40
        shared_buffers: 24MB
        wal_keep_size: 64MB
        max_wal_size: 128MB
        jit: false

postgresql:
  listen: 0.0.0.0:5432
  connect_address: $rack:5432
  data_dir: /var/lib/postgresql/data
  bin_dir: /usr/lib/postgresql/17/bin
  use_unix_socket: true
  use_unix_socket_repl: false
  pgpass: /var/lib/postgresql/patroni.pgpass
  parameters:
    unix_socket_directories: /run/postgresql
  pg_hba:
    - local all postgres peer
    - host replication replicator 127.0.0.1/32 scram-sha-256
    - host replication replicator 10.63.0.0/24 scram-sha-256
    - host all all 10.63.0.0/24 scram-sha-256
    - host all quay,watch 10.64.0.0/24 scram-sha-256
  authentication:
    superuser: { username: postgres, password: harbour-$REPL_PASS }
    replication: { username: replicator, password: $password }

tags:
  nofailover: $nofailover
CONF
chown root:postgres /etc/patroni/config.yml
chmod 640 /etc/patroni/config.yml
for home in /root /home/learner; do
	mkdir -p "$home/.config/patroni"
	printf 'scope: harbour\netcd3:\n  hosts: [10.63.0.11:2379, 10.63.0.12:2379, 10.63.0.13:2379]\n' > "$home/.config/patroni/patronictl.yaml"
done
chown -R learner:learner /home/learner/.config
: > /var/log/patroni.log
chmod 644 /var/log/patroni.log
ln -sfn /etc/sv/etcd /etc/service/etcd
