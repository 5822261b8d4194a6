import re
import subprocess

from lab import fail, ok

try:
    lines = open('/srv/portal/log').read().splitlines()
except OSError:
    fail('The portal has no log any more at `/srv/portal/log`.')
refused = next((line for line in lines if 'refused' in line), None)
if refused:
    fail('At %s the portal was refused: everybody who used it was logged out. Only Reset makes that undone.' % refused[:8])
if 'run:' not in subprocess.run(['sv', 'status', '/etc/service/portal'], capture_output=True, text=True).stdout:
    fail('The portal does not run.')
if not any(re.search(r' ok$', line) for line in lines):
    fail('The portal has not had an answer yet.')
ok('The portal was answered all the time.')
