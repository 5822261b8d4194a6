# The proxy, before it runs: its account, the key with which root reaches the zones, and what the learner's shell knows.
cat >/etc/swift/swift.conf <<CONF
[swift-hash]
# Part of where everything is. It must be the same everywhere, and never change.
swift_hash_path_suffix = $HASH
CONF
echo "user_${TOWN}_archive = $KEY .admin" >>/etc/swift/proxy-server.conf
for n in 1 2 3; do grep -q " zone$n\$" /etc/hosts || echo "10.72.0.1$n zone$n" >>/etc/hosts; done
install -d -m 700 /root/.ssh
[ -e /root/.ssh/id_ed25519 ] || ssh-keygen -q -t ed25519 -N '' -C root@proxy -f /root/.ssh/id_ed25519
printf 'Host zone1 zone2 zone3\n\tConnectTimeout 4\n\tLogLevel ERROR\n' >/root/.ssh/config
cat >/etc/profile.d/archive.sh <<CONF
export ST_AUTH=http://127.0.0.1:8080/auth/v1.0 ST_USER=$TOWN:archive ST_KEY=$KEY
CONF
install -d -o learner -g learner /srv/archive
# Whoever reads a builder makes this folder, if it may.
install -d /etc/swift/backups
