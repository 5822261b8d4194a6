import base64
import glob
import hashlib
import os

from lab import credit, fail, ok
from labcloud import Cloud, Refused, Silent

folder = '/etc/keystone/fernet-keys'
leaked = base64.urlsafe_b64encode(hashlib.sha256(('leaked ' + os.environ['SEED']).encode()).digest())
numbers = {}
for path in glob.glob(folder + '/[0-9]*'):
    try:
        numbers[int(os.path.basename(path))] = open(path, 'rb').read().strip()
    except (OSError, ValueError):
        pass
if not numbers:
    fail('There is no key at all in `%s`.' % folder)
signing = max(numbers)
if leaked in numbers.values():
    number = next(number for number, key in numbers.items() if key == leaked)
    if number == signing:
        fail('The leaked key, number %d, still signs every new token.' % number)
    credit(0.4, 'It does not sign any more.')
    fail('Key %d signs now. But the leaked one, number %d, is still there, and Keystone believes what it has signed.' % (signing, number))
if signing < 3 or len(numbers) < 3:
    fail('The leaked key is gone, but so are those beside it: tokens of all users became void at one stroke. Rotate instead of making anew; Reset brings the old state back.')
try:
    Cloud()
except (Refused, Silent) as problem:
    fail('The key is gone, but nobody gets a token with `clouds.yaml` now: %s' % problem)
ok('Key %d signs, key 0 is next.' % signing)
