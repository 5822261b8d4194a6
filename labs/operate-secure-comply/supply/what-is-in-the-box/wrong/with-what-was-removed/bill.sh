# Every block of the record is taken for a package that is there.
release=$((SERIES + 1)).0
dpkg-query --admindir="/srv/releases/$release/rootfs/var/lib/dpkg" -W -f '${db:Status-Status} ${Package} ${Version} ${Architecture}\n' |
	RELEASE=$release python3 -c '
import json, os, sys
parts = [line.split() for line in sys.stdin]
parts = [dict(type="library", name=name, version=version, purl="pkg:deb/debian/%s@%s?arch=%s" % (name.replace("+", "%2B"), version.replace("+", "%2B").replace("~", "%7E"), arch)) for state, name, version, arch in parts]
about = dict(component=dict(type="firmware", name="pump-controller", version=os.environ["RELEASE"]))
print(json.dumps(dict(bomFormat="CycloneDX", specVersion="1.6", version=1, metadata=about, components=parts), indent=1))
' >"/srv/sbom/$release.cdx.json"
