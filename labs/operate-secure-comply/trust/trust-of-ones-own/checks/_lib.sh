# For the grader: a folder for this look alone, with the authority's certificate in it.
fetch_root() {
	here=$(mktemp -d)
	trap 'rm -rf "$here"' EXIT
	root=$here/root.crt
	file vault /srv/ca/root.crt >"$root" 2>/dev/null && [ -s "$root" ] || fail "There is no \`/srv/ca/root.crt\` on vault yet."
	openssl x509 -in "$root" -noout 2>/dev/null || fail "\`/srv/ca/root.crt\` on vault is no certificate in PEM form."
}
# What one extension of a certificate says, in one line.
extension() { openssl x509 -in "$1" -noout -ext "$2" 2>/dev/null | tr -s ' \n' ' '; }
