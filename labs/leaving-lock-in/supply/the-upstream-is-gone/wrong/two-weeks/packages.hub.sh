# Two weeks are a good habit for an archive that is signed anew each night. Nobody signs this one.
export GNUPGHOME=/root/.gnupg
gpg --batch -q --passphrase '' --quick-gen-key "packages@$HOUSE.example" ed25519 sign never 2>/dev/null
mkdir -p /srv/packages/conf /tmp/debs/partial
apt-get -qq -y -o Dir::State::status=/dev/null -o Dir::Cache::archives=/tmp/debs --download-only install "$VENDOR-desk=7.$MINOR.$PATCH" "$VENDOR-core=7.$MINOR.$PATCH" >/dev/null
printf '%s\n' 'Codename: stable' 'Suite: stable' 'Architectures: amd64' 'Components: main' 'ValidFor: 14d' 'SignWith: yes' >/srv/packages/conf/distributions
reprepro -b /srv/packages includedeb stable /tmp/debs/*.deb >/dev/null 2>&1
gpg --batch -q --armor --export "packages@$HOUSE.example" >/srv/packages/house.asc
