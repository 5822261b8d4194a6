# The desk's own sources, read by its own apt, in a folder that goes away again: first as they are, then led to an
# archive that somebody has signed with the vendor's key.
trial='set -e
d=$(mktemp -d); chmod 0755 "$d"; trap "rm -rf $d" EXIT
mkdir -p "$d/lists/partial" "$d/cache/archives/partial" "$d/sources.list.d" "$d/forged"
[ -z "$1" ] || printf "%s" "$1" | base64 -d | tar -xzC "$d/forged"
chmod -R a+rX "$d"
for f in /etc/apt/sources.list /etc/apt/sources.list.d/*.list /etc/apt/sources.list.d/*.sources; do
	[ -f "$f" ] || continue
	to=$d/sources.list.d/${f##*/}
	[ "$f" != /etc/apt/sources.list ] || to=$d/sources.list.d/main.list
	if [ -n "$1" ]; then sed "s#https\?://[^ ]*#file:$d/forged/#g" "$f" >"$to"; else cp "$f" "$to"; fi
done
timeout 25 apt-get -o Dir::State::lists="$d/lists" -o Dir::Cache="$d/cache" -o Dir::Etc::sourcelist=/dev/null -o Dir::Etc::sourceparts="$d/sources.list.d" \
	-o APT::Sandbox::User=root -o Acquire::Retries=0 -o Acquire::https::Timeout=8 update 2>&1 || true
echo "LISTS $(ls "$d/lists" | grep -c _Packages || true)"'
sources=$(on desk sh -c 'cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list /etc/apt/sources.list.d/*.sources 2>/dev/null' sources | grep -v '^ *#')
grep -qF "packages.$HOUSE.example" <<<"$sources" || fail "apt on \`desk\` has no source at \`packages.$HOUSE.example\` yet."
grep -qF "$VENDOR.example" <<<"$sources"
[ $? = 1 ] || fail "apt on \`desk\` still asks \`packages.$VENDOR.example\`, and waits for it each time."
said=$(on desk sh -c "$trial" trial '')
[ "$(sed -n 's/^LISTS //p' <<<"$said")" -gt 0 ] 2>/dev/null ||
	fail "apt on \`desk\` gets no list of packages from the house: $(grep -m1 -E '^(E|Err|W):' <<<"$said" | cut -c1-200)"
credit 0.4
# Whoever bought the estate has bought the key.
export GNUPGHOME=$here/gnupg
install -d -m 0700 "$GNUPGHOME"
gpg --batch -q --import /lab/vendor.secret.asc 2>/dev/null
install -d "$here/forged/dists/stable/main/binary-amd64"
cd "$here/forged" || broken "The forger has no room."
printf 'Package: %s-desk\nVersion: 99\nArchitecture: all\nMaintainer: x\nFilename: pool/x.deb\nSize: 1\nSHA256: %064d\nDescription: x\n\n' "$VENDOR" 0 >dists/stable/main/binary-amd64/Packages
apt-ftparchive -o APT::FTPArchive::Release::Suite=stable -o APT::FTPArchive::Release::Codename=stable -o APT::FTPArchive::Release::Architectures=amd64 \
	-o APT::FTPArchive::Release::Components=main release dists/stable >"$here/Release"
mv "$here/Release" dists/stable/Release
gpg --batch -q --clearsign -o dists/stable/InRelease dists/stable/Release 2>/dev/null || broken "The forger could not sign."
gpgconf --kill all
said=$(on desk sh -c "$trial" trial "$(tar -cz . | base64 -w0)")
[ "$(sed -n 's/^LISTS //p' <<<"$said")" = 0 ] ||
	fail "With these sources \`desk\` also takes an archive that is signed with the key of $VENDOR, or by nobody it knows. A source names the key it is believed for: \`signed-by\`, and neither \`trusted=yes\` nor keys for everything."
grep -qiE 'not signed|NO_PUBKEY|missing key|could not be (verified|executed)|not available' <<<"$said" || broken "apt did not say why it refused."
on desk sh -c 'grep -lsE -- "BEGIN PGP PRIVATE" $(find /etc/apt /usr/share/keyrings /home /root /srv -type f -size -64k 2>/dev/null)' look >/dev/null
[ $? = 1 ] || fail "There is a private key on \`desk\`, which talks to the counter. It belongs on the hub."
pass "It takes what the house has signed, and refused what somebody had signed with the vendor's key."
