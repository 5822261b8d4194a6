# The settings are read-only, until somebody with the right to mount says otherwise.
machine bash -eus <<'INSIDE'
sv force-stop /etc/service/play >/dev/null || true
runc delete --force play 2>/dev/null || true
python3 - <<'PY'
import json
spec = json.load(open('/srv/play/config.json'))
spec['linux']['readonlyPaths'] = ['/proc/sys']
json.dump(spec, open('/srv/play/config.json', 'w'))
PY
echo core >/proc/sys/kernel/core_pattern
sv start /etc/service/play
INSIDE
