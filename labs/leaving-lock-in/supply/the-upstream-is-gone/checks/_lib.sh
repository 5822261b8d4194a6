# For the grader: a folder for this look alone, the house's archive, and a machine on which there is nothing.
archive=https://packages.$HOUSE.example
wanted=7.$MINOR.$PATCH
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
# What a client asks the house for, with the house's authority and nobody else's.
fetch() { curl -qfsS -m 10 --cacert /lab/ca/house.crt "$archive/$1" 2>"$here/said"; }
# The public key that the house gives out, in $here/house.asc.
fetch_key() {
	fetch house.asc >"$here/house.asc" || fail "There is no \`$archive/house.asc\`: $(sed 's/^curl: ([0-9]*) //' "$here/said")"
	grep -q 'BEGIN PGP PRIVATE' "$here/house.asc"
	[ $? = 1 ] || fail "\`house.asc\` holds the *private* key. Whoever has fetched it can sign as the house: make another key, and give out its public half."
	grep -q 'BEGIN PGP PUBLIC' "$here/house.asc" || fail "\`house.asc\` is not a public key in text form (\`gpg --armor --export\`)."
	keys=$(GNUPGHOME=$here gpg --batch -q --show-keys --with-colons "$here/house.asc" 2>/dev/null | awk -F: '$1 == "pub" { want = 1 } $1 == "fpr" && want { print $10; want = 0 }')
	[ "$(wc -w <<<"$keys")" = 1 ] || fail "\`house.asc\` holds $(wc -w <<<"$keys") keys. Clients are to believe one."
	theirs=$(GNUPGHOME=$here gpg --batch -q --show-keys --with-colons /lab/vendor.asc 2>/dev/null | awk -F: '$1 == "fpr" { print $10; exit }')
	[ "$keys" != "$theirs" ] || fail "\`house.asc\` is the key of $VENDOR. Whoever buys what is left of them can sign with it, and you cannot."
}
# An empty machine in $here/root, whose apt believes the key of the house for the archive of the house.
empty_machine() {
	install -d "$here"/root/var/lib/dpkg/{info,updates,triggers} "$here"/{lists,cache}/partial "$here"/cache/archives/partial "$here"/etc/{apt.conf,preferences,sources.list}.d
	: >"$here/root/var/lib/dpkg/status"
	: >"$here/root/var/lib/dpkg/available"
	echo "deb [signed-by=$here/house.asc] $archive stable main" >"$here/etc/sources.list"
	cat >"$here/apt.conf" <<-CONF
		Dir::State "$here"; Dir::State::lists "$here/lists"; Dir::State::status "$here/root/var/lib/dpkg/status";
		Dir::Cache "$here/cache"; Dir::Etc "$here/etc"; Dir::Log "$here";
		Acquire::https::CAInfo "/lab/ca/house.crt"; Acquire::https::Timeout "10"; Acquire::Retries "0"; APT::Sandbox::User "root";
		APT::Architecture "amd64"; APT::Architectures { "amd64"; }; APT::Install-Recommends "false";
		DPkg::Options { "--root=$here/root"; "--log=/dev/null"; "--force-script-chrootless"; }; DPkg::Use-Pty "0"; Dpkg::Path "";
	CONF
}
# The house's apt, in the words of its first error.
house_apt() { APT_CONFIG=$here/apt.conf "$@" >"$here/out" 2>&1; }
complaint() { grep -m1 -E '^(E|Err|W):' "$here/out" | cut -c1-220; }
