"""What the day brings: new photographs, and a list of those that are withdrawn."""
import base64
import sys

sys.path.insert(0, '/lab')
import archive
from lab import on

on('proxy', 'mkdir', '-p', '/srv/archive/new')
for name in archive.fresh():
    content = base64.b64encode(archive.picture(name)).decode()
    on('proxy', 'sh', '-c', 'echo "$1" | base64 -d >"/srv/archive/new/$2"', 'sh', content, name)
on('proxy', 'sh', '-c', 'printf "%s\\n" "$@" >/srv/archive/withdrawn.txt', 'sh', *archive.withdrawn())
on('proxy', 'sh', '-c', 'chown -R learner:learner /srv/archive')
for host in ('proxy', 'zone1', 'zone3'):
    archive.note(f'ring-{host}', archive.digest_of(host))
