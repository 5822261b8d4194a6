"""The layouts that were put aside on the hub: from the digest of the house down to the last layer, each file has the name of its bytes."""
import json
from pathlib import Path

from lab import credit, fail, file, ok, on


def walk(place, digest, what):
    """The digests below this one, itself included; ends the check at the first that is not there."""
    text = file('hub', f'{place}/blobs/sha256/{digest.removeprefix("sha256:")}')
    if text is None:
        fail(f'In `{place}`, {what} (`{digest[:19]}…`) is missing.')
    try:
        manifest = json.loads(text)
    except ValueError:
        fail(f'In `{place}`, {what} (`{digest[:19]}…`) cannot be read.')
    below = [part['digest'] for part in [manifest.get('config')] + manifest.get('layers', []) if part]
    for child in manifest.get('manifests', []):
        below += walk(place, child['digest'], f'the image for {child["platform"]["architecture"]}')
    return [digest, *below]


pins = [line.split('@') for line in Path('/lab/pins').read_text().split()]
for name, digest in pins:
    place = f'/srv/archive/{name.split("/")[1]}'
    if file('hub', f'{place}/oci-layout') is None:
        fail(f'There is no OCI layout in `{place}` yet.')
    wanted = [digest.removeprefix('sha256:') for digest in walk(place, digest, 'the manifest with the digest of the house')]
    said = on('hub', 'sh', '-c', 'cd "$1" && shift && sha256sum "$@" 2>/dev/null', 'sums', f'{place}/blobs/sha256', *wanted).stdout
    have = {line.split()[1] for line in said.splitlines() if line.split()[0] == line.split()[1]}
    for one in wanted:
        if one not in have:
            fail(f'In `{place}`, `sha256:{one[:12]}…` is missing, or is not what its name says.')
    credit(0.5 if name != pins[-1][0] else 1)
ok('What was put aside is whole.')
