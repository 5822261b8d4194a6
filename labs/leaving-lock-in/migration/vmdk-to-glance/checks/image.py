import json
import subprocess

from lab import fail, ok
from labcloud import Cloud, Refused, Silent

try:
    images = [one for one in Cloud().get('image', '/images?name=ledger')['images']]
except (Silent, Refused) as problem:
    fail(str(problem))
if not images:
    fail('There is no image called `ledger` in Glance yet.')
if len(images) > 1:
    fail('There are %d images called `ledger`. Delete those that are one too many.' % len(images))
image = images[0]
if image['status'] != 'active':
    fail('The image is in state %s: its data has not arrived.' % image['status'])
info = subprocess.run(['qemu-img', 'info', '--output=json', '/srv/cloud/data/glance/images/' + image['id']], capture_output=True)
really = json.loads(info.stdout or b'{}').get('format')
if image['disk_format'] != really:
    fail('Glance was told %s, and what it holds is %s. Nova would believe Glance.' % (image['disk_format'], really))
if really == 'vmdk':
    fail('The image is a VMDK still. Bring the converted disk, so that no host has to convert it at each start.')
ok('It is a %s, and says so.' % really)
