python3 - >/etc/docker/daemon.json <<'PY'
import json, os
told = {'bridge': 'none', 'iptables': False, 'ip6tables': False, 'userland-proxy': False, 'storage-driver': 'vfs'}
print(json.dumps(told | {'log-driver': 'json-file', 'log-opts': {'max-size': os.environ['SIZE']}}))
PY
rm /etc/service/dockerd/down
sv up dockerd
timeout 60 sh -c 'until docker version >/dev/null 2>&1; do sleep 0.5; done'
