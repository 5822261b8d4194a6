# What died is started, and the cluster may act again.
for host in pg1 pg2 pg3; do on "$host" sv up etcd patroni >/dev/null; done
on pg2 patronictl -c /etc/patroni/config.yml resume harbour
