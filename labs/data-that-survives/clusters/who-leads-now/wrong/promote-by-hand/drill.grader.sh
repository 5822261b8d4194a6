# Somebody who takes writes, at once; why nobody did by itself is looked into another day.
for host in pg1 pg2 pg3; do
	on "$host" pgrep -x postgres >/dev/null && candidate=$host
done
on "$candidate" patronictl -c /etc/patroni/config.yml failover harbour --candidate "$candidate" --force
for host in pg1 pg2 pg3; do on "$host" sv up patroni >/dev/null; done
sleep 3
for host in pg1 pg2 pg3; do
	on "$host" pgrep -x postgres >/dev/null || on "$host" chpst -u postgres /usr/lib/postgresql/17/bin/pg_ctl -D /var/lib/postgresql/data -w -l /dev/null start >/dev/null 2>&1 || true
done
