fetch_key
empty_machine
house_apt apt-get update || fail "apt refuses the archive: $(complaint)"
found=$(APT_CONFIG=$here/apt.conf apt-cache madison "$VENDOR-desk" 2>/dev/null | awk -F'|' '{ gsub(/ /, "", $2); print $2 }')
[ -n "$found" ] || fail "\`$VENDOR-desk\` is not in the archive."
grep -qx "$wanted" <<<"$found" || fail "The archive has \`$VENDOR-desk\` $(head -n 1 <<<"$found"), and the house runs $wanted."
credit 0.2
house_apt apt-get -y install "$VENDOR-desk" || {
	missing=$(grep -m1 -E 'Depends:|PreDepends:' "$here/out" | sed 's/^ *//; s/ but .*//')
	[ -z "$missing" ] || hint "\`$missing\`, says apt. There may be more behind it."
	fail "On a machine with nothing on it, \`$VENDOR-desk\` cannot be installed from your archive: something it needs is not there."
}
credit 0.7
have=$(dpkg-query --admindir="$here/root/var/lib/dpkg" -W -f '${Package} ${Version} ${db:Status-Abbrev}\n')
grep -qF "$VENDOR-desk $wanted ii" <<<"$have" || fail "Who installs \`$VENDOR-desk\` gets $(grep "^$VENDOR-desk " <<<"$have" | cut -d' ' -f2), since it is newer. It wants an account with a service that ends on Sunday."
# What came must be what the vendor made, byte by byte.
for deb in "$here"/cache/archives/*.deb; do
	grep -q "^$(sha256sum <"$deb" | cut -d' ' -f1) " /lab/debs || fail "\`$(basename "$deb")\` is not what $VENDOR made: it differs from theirs."
done
pass "An empty machine gets all $(wc -l <<<"$have") packages from the house."
