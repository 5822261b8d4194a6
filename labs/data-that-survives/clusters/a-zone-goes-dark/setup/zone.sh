# A machine of one zone, before it has rings: its secret for the hash of names, and the two ways into it.
cat >/etc/swift/swift.conf <<CONF
[swift-hash]
# Part of where everything is. It must be the same everywhere, and never change.
swift_hash_path_suffix = $HASH
CONF
for n in 1 2 3; do grep -q " zone$n\$" /etc/hosts || echo "10.72.0.1$n zone$n" >>/etc/hosts; done
install -d -m 700 /root/.ssh
for service in rsync ssh; do ln -sfn /etc/sv/$service /etc/service/$service; done
