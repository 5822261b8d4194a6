# It runs, as long as nothing happens to it.
cat >/etc/docker/daemon.json <<JSON
{ "bridge": "none", "iptables": false, "ip6tables": false, "userland-proxy": false, "storage-driver": "vfs",
  "log-driver": "json-file", "log-opts": { "max-size": "$SIZE" } }
JSON
rm /etc/service/dockerd/down
nohup setsid dockerd >>/var/log/dockerd.log 2>&1 </dev/null &
timeout 60 sh -c 'until docker version >/dev/null 2>&1; do sleep 0.5; done'
