export HOME=/home/stack OS_CLOUD=admin
# One process for all of them, since each start of the client takes its time. It ends with 1 when its input does.
each() { sed "s/^/$1 /" /home/stack/runbook/birch | openstack || true; }
off() { openstack server list --all-projects --host oak --status SHUTOFF -f value -c ID; }
each 'server evacuate' >/dev/null
for _ in $(seq 90); do [ "$(off | grep -cFxf /home/stack/runbook/birch)" = 2 ] && break; sleep 1; done
each 'server start'
for _ in $(seq 150); do [ "$(each 'console log show' | grep -c 'is ready')" -ge 2 ] && break; sleep 1; done
