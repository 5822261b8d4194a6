# The vendor's archive: what the desk needs, what it does not, and a newest version that nobody here wants.
wanted=7.$MINOR.$PATCH
pool=/srv/www/debian/pool/main
mkdir -p "$pool"
# deb NAME VERSION [FIELD…]: a package with a file that says what it is
deb() {
	local name=$1 version=$2 root
	shift 2
	root=$(mktemp -d)
	chmod 0755 "$root"
	install -d "$root/DEBIAN" "$root/usr/share/$VENDOR"
	echo "$name $version $SEED" >"$root/usr/share/$VENDOR/$name"
	case $name in
		*-desk)
			install -d "$root/usr/bin"
			cat >"$root/usr/bin/$name" <<-PROGRAM
				#!/bin/sh
				# The lending desk: opens when every part is there.
				cd /usr/share/$VENDOR || exit 1
				for part in $VENDOR-core libmarc4 libisbn2 loans-schema marc-tables isbn-ranges; do
					[ -s "\$part" ] || { echo "The desk does not open: \$part is missing." >&2; exit 1; }
				done
				echo "Desk $version, $SEED: open."
			PROGRAM
			chmod 0755 "$root/usr/bin/$name"
			;;
	esac
	{
		printf '%s\n' "Package: $name" "Version: $version" 'Architecture: all' 'Section: misc' 'Priority: optional' "Maintainer: $VENDOR <software@$VENDOR.example>" "$@"
		printf 'Description: %s of the lending software\n' "$name"
	} >"$root/DEBIAN/control"
	dpkg-deb --root-owner-group -Zgzip -z1 -b "$root" "$pool/${name}_${version}_all.deb" >/dev/null
	rm -r "$root"
}
for version in "$wanted" 8.0.0; do
	account=; [ "$version" != 8.0.0 ] || account=", $VENDOR-account"
	deb "$VENDOR-desk" "$version" "Depends: $VENDOR-core (= $version), $VENDOR-cards, libmarc4 (>= 4.1)$account" "Recommends: $VENDOR-telemetry"
	deb "$VENDOR-core" "$version" 'Depends: libisbn2 (>= 2.3), loans-schema'
done
deb "$VENDOR-account" 8.0.0
deb "$VENDOR-telemetry" 3.3
deb "$VENDOR-museum" 2.1 "Depends: $VENDOR-core"
deb "$VENDOR-cards-hid" 3.1 "Provides: $VENDOR-cards" 'Depends: libtinyhid0'
deb "$VENDOR-cards-serial" 3.0 "Provides: $VENDOR-cards"
deb libtinyhid0 0.9-2
deb libmarc4 4.0-1 'Depends: marc-tables'
deb libmarc4 4.2-1 'Depends: marc-tables (>= 2024)'
deb libisbn2 2.5-1 'Depends: isbn-ranges'
deb loans-schema 12
deb marc-tables 2025.1
deb isbn-ranges 2025.6

export GNUPGHOME=/root/gnupg
install -d -m 0700 "$GNUPGHOME"
gpg --batch -q --passphrase '' --quick-gen-key "$VENDOR archive <software@$VENDOR.example>" ed25519 sign never 2>/dev/null
gpg --batch -q --armor --export >/srv/www/key.asc
gpg --batch -q --armor --export-secret-keys >/root/secret.asc
cd /srv/www/debian
mkdir -p dists/stable/main/binary-all dists/stable/main/binary-amd64
apt-ftparchive packages pool >/root/Packages 2>/dev/null
cp /root/Packages dists/stable/main/binary-amd64/Packages
cp /root/Packages dists/stable/main/binary-all/Packages
apt-ftparchive -o "APT::FTPArchive::Release::Origin=$VENDOR" -o APT::FTPArchive::Release::Suite=stable -o APT::FTPArchive::Release::Codename=stable \
	-o 'APT::FTPArchive::Release::Architectures=amd64 all' -o APT::FTPArchive::Release::Components=main \
	-o "APT::FTPArchive::Release::Valid-Until=$(date -u -d '+9 days' '+%a, %d %b %Y %H:%M:%S UTC')" release dists/stable >/root/Release
mv /root/Release dists/stable/Release
gpg --batch -q --clearsign -o dists/stable/InRelease dists/stable/Release
gpgconf --kill all
(cd pool/main && sha256sum ./*.deb) >/root/debs
