# The wish of the house book, with a slip, and a service that is kept down.
case $SLIP in
comma) logs="\"log-driver\": \"json-file\",
	\"log-opts\": { \"max-size\": \"$SIZE\", }" ;;
directive) logs="\"log-driver\": \"json-file\",
	\"log-options\": { \"max-size\": \"$SIZE\" }" ;;
number) logs="\"log-driver\": \"json-file\",
	\"log-opts\": { \"max-size\": ${SIZE%m} }" ;;
level) logs="\"log-driver\": \"json-file\",
	\"log-level\": \"short\",
	\"log-opts\": { \"max-size\": \"$SIZE\" }" ;;
esac
cat >/etc/docker/daemon.json <<JSON
{
	"bridge": "none",
	"iptables": false,
	"ip6tables": false,
	"userland-proxy": false,
	"storage-driver": "vfs",
	$logs
}
JSON
touch /etc/sv/dockerd/down
sv -w 30 force-stop dockerd
timeout 15 dockerd >>/var/log/dockerd.log 2>&1 || true
