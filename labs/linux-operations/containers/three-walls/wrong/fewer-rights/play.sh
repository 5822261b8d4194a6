# Without the right to mount nobody changes anything; nor is there a scratch for the pupils.
machine bash -eus <<'INSIDE'
sv force-stop /etc/service/play >/dev/null || true
runc delete --force play 2>/dev/null || true
sed -i '/CAP_SYS_ADMIN/d' /srv/play/config.json
echo core >/proc/sys/kernel/core_pattern
sv start /etc/service/play
INSIDE
