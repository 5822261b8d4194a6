"""Ends with 0 while an image that the catalogue's list names is gone, or the list itself."""
import json
import os
import ssl
import sys
import urllib.error
import urllib.request
from pathlib import Path

TRUST = ssl.create_default_context(cafile='/lab/ca/house.crt')


def fetch(name, digest):
    types = 'application/vnd.oci.image.index.v1+json, application/vnd.oci.image.manifest.v1+json'
    address = f'https://registry.{os.environ["HOUSE"]}.example/v2/{name}/manifests/{digest}'
    with urllib.request.urlopen(urllib.request.Request(address, headers={'Accept': types}), timeout=10, context=TRUST) as answer:
        return json.load(answer)


try:
    name, digest = Path('/lab/pins').read_text().split()[0].split('@')
    for child in fetch(name, digest)['manifests']:
        fetch(name, child['digest'])
except urllib.error.HTTPError as said:
    sys.exit(0 if said.code == 404 else 1)
sys.exit(1)
