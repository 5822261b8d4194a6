list=$(file desk /etc/desk/images) || fail "\`/etc/desk/images\` is gone from \`desk\`."
insecure=$(on desk sh -c 'cat /etc/containers/registries.conf /etc/containers/registries.conf.d/*.conf 2>/dev/null' settings | grep -m1 -E '^ *insecure *= *true')
[ -z "$insecure" ] || fail "\`desk\` has been told not to look at certificates (\`insecure = true\`). It knows the authority of the house; there is no need to."
while read -r pin; do
	name=${pin#*/}
	ref=$(grep -m1 -F "/${pin#*/}" <<<"$list") || fail "\`/etc/desk/images\` no longer names the digest of \`${name%@*}\`. What a digest names cannot change; that is why the house writes them down."
	said=$(on desk sh -c 'd=$(mktemp -d); trap "rm -rf $d" EXIT; timeout 25 skopeo copy -q --all --retry-times 0 "docker://$1" "dir:$d/image" 2>&1 && sha256sum <"$d/image/manifest.json"
		exit 0' pull "$ref")
	[ -n "$said" ] || fail "\`desk\` cannot pull \`${name%@*}\`: nobody answers for \`${ref%%@*}\`."
	grep -q "^${pin#*@sha256:} " <<<"$said" || fail "\`desk\` cannot pull \`${name%@*}\`, asked for as \`${ref%%@*}\`: $(sed -n 's/.*msg="\?//; $p' <<<"$said" | cut -c1-220)"
	credit 0.5
done </lab/pins
pass "Both come from the house, and are what their digests say."
