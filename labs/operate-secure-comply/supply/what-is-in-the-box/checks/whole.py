"""What is installed is listed, and nothing that was removed."""
import json
import os
import re

from lab import credit, fail, ok

release = f'{int(os.environ["SERIES"]) + 1}.0'
try:
    with open(f'/srv/sbom/{release}.cdx.json') as file:
        listed = {(part['name'], part['version']) for part in json.load(file)['components']}
except (OSError, ValueError, KeyError, TypeError):
    fail(f'There is no bill that can be read at `/srv/sbom/{release}.cdx.json`.')
with open(f'/srv/releases/{release}/rootfs/var/lib/dpkg/status') as file:
    blocks = [dict(re.findall(r'^(\w+): (.*)$', block, re.M)) for block in file.read().split('\n\n')]
there = {(one['Package'], one['Version']) for one in blocks if one['Status'] == 'install ok installed'}
gone = {one['Package'] for one in blocks if one['Status'] != 'install ok installed'}
missing = sorted(name for name, _ in there - listed)
if missing:
    fail(f'{len(missing)} installed packages are missing, or have another version: `{missing[0]}` for one.')
credit(0.6)
extra = sorted(name for name, _ in listed - there)
if set(extra) & gone:
    fail(f'`{min(set(extra) & gone)}` was removed; only its settings stayed. A bill with what is not there sends people looking for holes that are not there.')
if extra:
    fail(f'`{extra[0]}` is listed and not installed.')
ok(f'All {len(there)} packages, and no others.')
