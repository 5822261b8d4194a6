"""Fetches every image by its digest as clients do, with all that it names, and compares each byte with its name."""
import hashlib
import json
import os
import ssl
import urllib.error
import urllib.request
from pathlib import Path

from lab import credit, fail, ok, on

HOUSE, VENDOR = os.environ['HOUSE'], os.environ['VENDOR']
TRUST = ssl.create_default_context(cafile='/lab/ca/house.crt')
TYPES = 'application/vnd.oci.image.index.v1+json, application/vnd.oci.image.manifest.v1+json'


def fetch(path, digest):
    """The bytes behind a digest, or a word about what was there instead."""
    ask = urllib.request.Request(f'https://registry.{HOUSE}.example/v2/{path}/{digest}', headers={'Accept': TYPES})
    try:
        with urllib.request.urlopen(ask, timeout=10, context=TRUST) as answer:
            body = answer.read(4 << 20)
    except urllib.error.HTTPError as said:
        return None, 'is not there' if said.code == 404 else f'is answered with {said.code}'
    except OSError as said:
        fail(f'`registry.{HOUSE}.example` does not answer: {getattr(said, "reason", said)}')
    if 'sha256:' + hashlib.sha256(body).hexdigest() != digest:
        return None, 'is something else than its digest says'
    return body, ''


def walk(name, digest, what):
    """What is missing of an image, in the words of a person; None when it is whole."""
    body, wrong = fetch(f'{name}/manifests', digest)
    if body is None:
        return f'{what} (`{digest[:19]}…`) {wrong}'
    manifest = json.loads(body)
    for child in manifest.get('manifests', []):
        lost = walk(name, child['digest'], f'the image for {child["platform"]["architecture"]} in its list')
        if lost:
            return lost
    for part in [manifest[key] for key in ('config',) if key in manifest] + manifest.get('layers', []):
        body, wrong = fetch(f'{name}/blobs', part['digest'])
        if body is None:
            return f'{what} is there, and of its layers `{part["digest"][:19]}…` {wrong}'
    return None


def is_cache():
    """Whether it refuses uploads; one that was begun is taken back."""
    begun = on('hub', 'curl', '-s', '-m', '10', '-D', '-', '-X', 'POST', f'http://127.0.0.1:5000/v2/{VENDOR}/catalogue/blobs/uploads/').stdout.splitlines()
    for line in begun:
        if line.lower().startswith('location: '):
            on('hub', 'curl', '-s', '-m', '10', '-X', 'DELETE', line.split()[1])
    return any(' 405' in line for line in begun[:1])


# Whoever asks a cache fills it; so it is not asked.
if is_cache():
    fail('The registry is a cache: what it would answer now is what it can still fetch.')
pins = [line.split('@') for line in Path('/lab/pins').read_text().split()]
for name, digest in pins:
    lost = walk(name, digest, 'the manifest with the digest of the house')
    if lost:
        fail(f'Of `{name.split("/")[1]}`, {lost}.')
    credit(0.5 if name != pins[-1][0] else 1)
ok('Each image is there by its digest, with every platform and every layer.')
