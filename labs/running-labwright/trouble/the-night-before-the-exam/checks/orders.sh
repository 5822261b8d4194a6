file=/etc/docker/daemon.json
said=$(python3 - "$SIZE" 2>&1 <<'PY'
import json, sys
try:
    told = json.load(open('/etc/docker/daemon.json'))
except FileNotFoundError:
    sys.exit('There is no /etc/docker/daemon.json. Without it the daemon wants networks that it cannot make here.')
except ValueError as error:
    sys.exit(f'/etc/docker/daemon.json is not JSON: {error}.')
if told.get('bridge') != 'none' or told.get('storage-driver') != 'vfs':
    sys.exit('What was in /etc/docker/daemon.json before has to stay in it: this machine has no network for containers and no other storage.')
if told.get('log-driver') != 'json-file' or (told.get('log-opts') or {}).get('max-size') != sys.argv[1]:
    sys.exit(f'The wish of the house book is not in /etc/docker/daemon.json: logs of the driver json-file, with a max-size of {sys.argv[1]}.')
PY
) || fail "${said:-\`$file\` cannot be read.}"
credit 0.5
said=$(dockerd --validate --config-file "$file" 2>&1) || fail "Docker does not take its settings: $(tail -1 <<<"$said" | cut -c1-200)"
pass
