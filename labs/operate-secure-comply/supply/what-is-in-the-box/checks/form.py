"""The bill is CycloneDX, says of what it is, and each part has what makes it findable."""
import json
import os
import re

from lab import credit, fail, ok

release = f'{int(os.environ["SERIES"]) + 1}.0'
path = f'/srv/sbom/{release}.cdx.json'
try:
    with open(path) as file:
        bill = json.load(file)
except FileNotFoundError:
    fail(f'There is no `{path}` yet.')
except ValueError as error:
    fail(f'`{path}` is not JSON: {error}')
if not isinstance(bill, dict) or bill.get('bomFormat') != 'CycloneDX':
    fail('A reader knows the form by `bomFormat`, which must be `CycloneDX`.')
if not re.fullmatch(r'1\.[4-7]', str(bill.get('specVersion'))):
    fail('`specVersion` says how to read the rest: 1.6, say, as a text.')
credit(0.4)
about = bill.get('metadata', {}).get('component', {}) if isinstance(bill.get('metadata'), dict) else {}
if about.get('name') != 'pump-controller' or about.get('version') != release:
    fail(f'The bill does not say of what it is: `metadata.component` has the name `pump-controller` and the version `{release}`.')
parts = bill.get('components')
if not isinstance(parts, list) or not parts:
    fail('There are no `components`.')
for part in parts:
    name, version = part.get('name'), part.get('version')
    if part.get('type') not in ('library', 'application', 'operating-system', 'firmware', 'file'):
        fail(f'`{name}` has no `type` that CycloneDX knows; `library` will do for a package.')
    if not str(part.get('purl', '')).startswith(f'pkg:deb/debian/{str(name).replace("+", "%2B")}@'):
        fail(f'`{name}` has no `purl` such as `pkg:deb/debian/tzdata@2025b-5`: without it nobody can look it up. In a purl a plus is written `%2B`.')
    if not version:
        fail(f'`{name}` has no version.')
ok(f'{len(parts)} parts, in a form that others can read.')
