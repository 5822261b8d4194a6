fetch_key
fetch dists/stable/InRelease >"$here/InRelease" ||
	fail "There is no signed list of contents: \`$archive/dists/stable/InRelease\` is missing. Is the suite called \`stable\`, and does the archive begin in \`/srv/packages\`?"
grep -q 'BEGIN PGP SIGNED' "$here/InRelease" || fail "\`InRelease\` is not signed."
credit 0.3
said=$(sqv --keyring "$here/house.asc" --cleartext --output "$here/read" "$here/InRelease" 2>&1) || {
	sqv --keyring /lab/vendor.asc --cleartext --output "$here/theirs" "$here/InRelease" >/dev/null 2>&1 &&
		fail "\`InRelease\` is signed by $VENDOR. It was theirs to say what is in it; as soon as you change a letter, nobody can sign it again."
	fail "\`InRelease\` is not signed with the key in \`house.asc\`: $(grep -m1 -i -E 'missing|error|invalid|expired' <<<"$said" | cut -c1-140)"
}
credit 0.7
empty_machine
house_apt apt-get update || fail "The signature is right, and apt refuses all the same: $(complaint)"
ls "$here"/lists/*Packages* >/dev/null 2>&1 || fail "apt finds no list of packages for \`main\` and \`amd64\` in it."
pass "Signed by the house, and by nobody else."
