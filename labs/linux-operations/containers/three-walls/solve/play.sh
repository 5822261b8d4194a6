machine bash -eus <<'INSIDE'
cat >/etc/sv/play/run <<'RUN'
#!/bin/sh
exec 2>&1
runsc delete --force play 2>/dev/null
exec runsc --network=none --platform=ptrace --overlay2=none run --bundle /srv/play play
RUN
sv force-stop /etc/service/play >/dev/null || true
runc delete --force play 2>/dev/null || true
echo core >/proc/sys/kernel/core_pattern
sv start /etc/service/play
INSIDE
