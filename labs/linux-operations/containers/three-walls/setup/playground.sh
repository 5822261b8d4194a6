# Into the computer: the playground, a container that its tenant wanted privileged, and what he wanted it for.
machine "NAME=$NAME bash -eus" <<'INSIDE'
mkdir -p /srv/play/rootfs/{bin,dev,proc,sys,etc,out,work} /srv/play/out && cd /srv/play
cp /bin/busybox rootfs/bin/
for tool in sh cat sleep uname mount umount mkdir rm cut dmesg; do ln -sf busybox "rootfs/bin/$tool"; done
cat >rootfs/bin/play <<'PLAY'
#!/bin/sh
# The playground: runs what pupils hand in, one after the other, each in a scratch of its own.
trap 'exit 0' TERM
while :; do
	mount -t tmpfs -o size=4m scratch /work || { echo "play: no scratch: may not mount"; sleep 5; continue; }
	(cd /work && sh /etc/pupil) >/work/said 2>&1
	read -r moment rest </proc/uptime
	echo "$moment $(uname -r) $(cat /work/answer)" >/out/result
	umount /work
	sleep 3 &
	wait $!
done
PLAY
cat >rootfs/etc/pupil <<'PUPIL'
# Handed in by a pupil of class 9b.
mount -o remount,rw /proc/sys
echo "|/tmp/$0 9b was here" >/proc/sys/kernel/core_pattern
dmesg | cut -c1-60 >kernel.log
echo "42" >answer
PUPIL
sed -i "s/9b was here/$NAME was here/" rootfs/etc/pupil
chmod 755 rootfs/bin/play
runc spec
python3 - <<'PY'
import json
spec = json.load(open('config.json'))
rights = ['CAP_SYS_ADMIN', 'CAP_NET_ADMIN', 'CAP_SYS_PTRACE', 'CAP_MKNOD', 'CAP_KILL', 'CAP_CHOWN', 'CAP_DAC_OVERRIDE', 'CAP_SYSLOG']
spec['process'].update(terminal=False, args=['/bin/play'], cwd='/', env=['PATH=/bin'])
spec['process']['capabilities'] = {kind: rights for kind in ('bounding', 'effective', 'permitted')}
spec['root'] = {'path': 'rootfs', 'readonly': False}
spec['hostname'] = 'play'
spec['linux'].pop('maskedPaths', None)
spec['linux'].pop('readonlyPaths', None)
spec['mounts'].append({'destination': '/out', 'type': 'bind', 'source': '/srv/play/out', 'options': ['rbind', 'rw']})
json.dump(spec, open('config.json', 'w'), indent='\t')
PY
mkdir -p /etc/sv/play
cat >/etc/sv/play/run <<'RUN'
#!/bin/sh
exec 2>&1
runc delete --force play 2>/dev/null
exec runc run --bundle /srv/play play
RUN
chmod 755 /etc/sv/play/run
ln -sfn /etc/sv/play /etc/service/play
cat >/root/.bashrc <<'RC'
PS1='\[\e[1m\]root@machine\[\e[0m\]:\w# '
alias ls='ls --color=auto'
RC
sync
for moment in $(seq 60); do
	grep -q "was here" /proc/sys/kernel/core_pattern && [ -s out/result ] && break
	sleep 1
done
INSIDE
