# Versions are sorted as words: nine comes after eighteen.
for release in /srv/releases/*; do
	version=$(dpkg-query --admindir="$release/rootfs/var/lib/dpkg" -W -f '${Version}' "$LIB" 2>/dev/null || find "$release" -name "$LIB.so.*" -printf '%f' | sed 's/.*\.so\.//')
	[[ "$version" < "1.$MINOR.4" ]] && basename "$release"
done >/srv/outbox/affected.txt || true
