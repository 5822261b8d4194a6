"""The vendor's images, as OCI layouts in /root/oci: `catalogue` for two platforms, `labels` for one, and a newer catalogue."""
import gzip
import hashlib
import io
import json
import os
import tarfile
from pathlib import Path

VENDOR, SEED = os.environ['VENDOR'], os.environ['SEED']
INDEX = 'application/vnd.oci.image.index.v1+json'
MANIFEST = 'application/vnd.oci.image.manifest.v1+json'
CONFIG = 'application/vnd.oci.image.config.v1+json'
LAYER = 'application/vnd.oci.image.layer.v1.tar+gzip'


def tar(files):
    """The bytes of a layer, the same for the same files."""
    raw = io.BytesIO()
    with tarfile.open(fileobj=raw, mode='w') as out:
        for name, text in sorted(files.items()):
            entry = tarfile.TarInfo(name)
            entry.size, entry.mode = len(text), 0o755 if name.startswith('bin/') else 0o644
            out.addfile(entry, io.BytesIO(text))
    return raw.getvalue()


class Layout:
    """A folder in the form that the OCI calls an image layout."""

    def __init__(self, name):
        self.blobs = Path('/root/oci', name, 'blobs/sha256')
        self.blobs.mkdir(parents=True, exist_ok=True)
        (self.blobs.parents[1] / 'oci-layout').write_text('{"imageLayoutVersion":"1.0.0"}')

    def keep(self, kind, data):
        body = data if isinstance(data, bytes) else json.dumps(data, indent=1).encode()
        digest = hashlib.sha256(body).hexdigest()
        (self.blobs / digest).write_bytes(body)
        return {'mediaType': kind, 'digest': f'sha256:{digest}', 'size': len(body)}

    def image(self, arch, layers):
        tars = [tar(files) for files in layers]
        config = {'architecture': arch, 'os': 'linux', 'config': {'Cmd': ['/bin/start']},
                  'rootfs': {'type': 'layers', 'diff_ids': ['sha256:' + hashlib.sha256(t).hexdigest() for t in tars]}}
        kept = [self.keep(LAYER, gzip.compress(t, mtime=0)) for t in tars]
        return self.keep(MANIFEST, {'schemaVersion': 2, 'mediaType': MANIFEST, 'config': self.keep(CONFIG, config), 'layers': kept})

    def close(self, top):
        (self.blobs.parents[1] / 'index.json').write_text(json.dumps({'schemaVersion': 2, 'manifests': [top]}))
        return top['digest']


def noise(word, size=24_000):
    """Bytes that do not shrink, so that a layer weighs something."""
    return b''.join(hashlib.sha256(f'{SEED} {word} {n}'.encode()).digest() for n in range(size // 32))


def catalogue(name, version):
    layout = Layout(name)
    platforms = []
    for arch in ('amd64', 'arm64'):
        image = layout.image(arch, [{'lib/runtime': noise(f'runtime {arch}')}, {'bin/start': f'catalogue {version} {arch}\n'.encode(), 'srv/titles': noise(version)}])
        platforms.append({**image, 'platform': {'architecture': arch, 'os': 'linux'}})
    return layout.close(layout.keep(INDEX, {'schemaVersion': 2, 'mediaType': INDEX, 'manifests': platforms}))


pins = {'catalogue': catalogue('catalogue', f"7.{os.environ['MINOR']}")}
catalogue('catalogue-new', '8.0')
labels = Layout('labels')
pins['labels'] = labels.close(labels.image('amd64', [{'bin/start': b'labels\n', 'srv/fonts': noise('fonts')}]))
museum = Layout('museum')
museum.close(museum.image('amd64', [{'bin/start': b'museum\n'}]))
Path('/root/pins').write_text(''.join(f'{VENDOR}/{name}@{digest}\n' for name, digest in pins.items()))
