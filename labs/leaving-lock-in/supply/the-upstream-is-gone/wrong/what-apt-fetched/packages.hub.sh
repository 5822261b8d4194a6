# What apt fetches is what this machine lacks. Three packages have been here for years, and stay behind.
export GNUPGHOME=/root/.gnupg
gpg --batch -q --passphrase '' --quick-gen-key "packages@$HOUSE.example" ed25519 sign never 2>/dev/null
mkdir -p /srv/packages/conf
apt-get -qq -y --download-only install "$VENDOR-desk=7.$MINOR.$PATCH" "$VENDOR-core=7.$MINOR.$PATCH" >/dev/null
printf '%s\n' 'Codename: stable' 'Suite: stable' 'Architectures: amd64' 'Components: main' 'SignWith: yes' >/srv/packages/conf/distributions
reprepro -b /srv/packages includedeb stable /var/cache/apt/archives/*.deb >/dev/null 2>&1
gpg --batch -q --armor --export "packages@$HOUSE.example" >/srv/packages/house.asc
