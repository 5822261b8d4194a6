for release in /srv/releases/*; do
	version=$(dpkg-query --admindir="$release/rootfs/var/lib/dpkg" -W -f '${Version}' "$LIB" 2>/dev/null || find "$release" -name "$LIB.so.*" -printf '%f' | sed 's/.*\.so\.//')
	dpkg --compare-versions "$version" lt "1.$MINOR.4-1" && basename "$release"
done >/srv/outbox/affected.txt || true
