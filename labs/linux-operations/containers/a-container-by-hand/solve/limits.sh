machine "MEMORY=$MEMORY PIDS=$PIDS bash -eus" <<'INSIDE'
cat >/etc/sv/tide/bounds <<SH
echo '+memory +pids' >/sys/fs/cgroup/cgroup.subtree_control
mkdir -p /sys/fs/cgroup/tide
echo ${MEMORY}M >/sys/fs/cgroup/tide/memory.max
echo $PIDS >/sys/fs/cgroup/tide/pids.max
echo \$\$ >/sys/fs/cgroup/tide/cgroup.procs
SH
sed -i '2i . /etc/sv/tide/bounds' /etc/sv/tide/run
sv -w 3 force-restart /etc/service/tide || true
INSIDE
