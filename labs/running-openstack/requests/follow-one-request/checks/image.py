from lab import fail, ok
from labcloud import Cloud, Refused, Silent

CARDS = ('virtio', 'e1000', 'vmxnet3', 'rtl8139')

try:
    images = Cloud().get('image', '/images?name=tiny-linux')['images']
except (Silent, Refused) as problem:
    fail(str(problem))
if not images:
    fail('There is no image called `tiny-linux` any more, and others use it.')
for image in images:
    card = image.get('hw_vif_model', 'virtio')
    if card not in CARDS:
        fail('The image `tiny-linux` still wishes for hardware that no host has. The next who uses it gets no server either.')
    if image.get('hw_disk_bus', 'virtio') not in ('virtio', 'ide', 'sata', 'scsi') or image['status'] != 'active':
        fail('The image `tiny-linux` cannot be used as it is now.')
ok('Whoever uses it next gets a server.')
