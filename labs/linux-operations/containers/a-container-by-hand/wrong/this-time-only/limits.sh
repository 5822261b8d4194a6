# The processes that are there now are moved into a group. The next ones are not.
machine "MEMORY=$MEMORY PIDS=$PIDS bash -eus" <<'INSIDE'
echo '+memory +pids' >/sys/fs/cgroup/cgroup.subtree_control
mkdir -p /sys/fs/cgroup/tide
echo ${MEMORY}M >/sys/fs/cgroup/tide/memory.max
echo $PIDS >/sys/fs/cgroup/tide/pids.max
for pid in $(pgrep -f 'bin/tide|bin/first|httpd|measure|srv/enter'); do echo $pid >/sys/fs/cgroup/tide/cgroup.procs || true; done
INSIDE
