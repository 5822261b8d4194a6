cat >/etc/docker/daemon.json <<'JSON'
{ "bridge": "none", "iptables": false, "ip6tables": false, "userland-proxy": false, "storage-driver": "vfs" }
JSON
rm -f /etc/sv/dockerd/down
sv -w 20 up dockerd
for _ in $(seq 100); do
	docker info >/dev/null 2>&1 && exit
	sleep 0.3
done
exit 1
