"""Four releases of a small controller, an advisory, a log and a list of customers. The same for the same learner."""
import os
import pwd
import random
from pathlib import Path

LIB, MINOR, SERIES = os.environ['LIB'], int(os.environ['MINOR']), int(os.environ['SERIES'])
MARKET = os.environ['MARKET']
draw = random.Random(f'{LIB}-{MINOR}-{SERIES}-{os.environ["MINUTE"]}')

# The fixed version is LIB 1.MINOR.4: as words, 1.9 comes after it.
PLAIN = ['busybox', 'ca-certificates', 'dropbear', 'libc6', 'libgcc-s1', 'libssl3t64', 'libstdc++6', 'mosquitto', 'nginx-light', 'openssl', 'pumpd', 'tzdata', 'zlib1g']
GONE = ['telnetd', 'wpasupplicant', 'lighttpd']
RELEASES = {
    f'{SERIES}.0': f'1.9.{draw.randint(1, 8)}-2',        # affected, though 9 looks larger
    f'{SERIES}.1': None,                                 # no package, but a copy beside the program
    f'{SERIES}.2': f'1.{MINOR}.4~rc1-1',                 # affected: a candidate is before the version
    f'{SERIES + 1}.0': f'1.{MINOR}.4-1+deb13u1',         # mended
}


def block(name, version, status):
    arch = 'all' if name in ('ca-certificates', 'tzdata') else 'arm64'
    return f'Package: {name}\nStatus: {status}\nPriority: optional\nSection: misc\nMaintainer: Heat and Valve <build@pumps.example>\nArchitecture: {arch}\nVersion: {version}\nDescription: part of the controller\n'


def version():
    return f'{draw.randint(0, 9)}.{draw.randint(0, 30)}.{draw.randint(0, 12)}-{draw.randint(1, 4)}'


for release, lib in RELEASES.items():
    root = Path('/srv/releases', release, 'rootfs')
    record = root / 'var/lib/dpkg'
    record.mkdir(parents=True)
    blocks = [block(name, version(), 'install ok installed') for name in PLAIN if draw.random() < 0.85 or name in ('libc6', 'pumpd')]
    for name in draw.sample(GONE, 2):
        blocks.append(block(name, version(), 'deinstall ok config-files'))
    if lib:
        blocks.append(block(LIB, lib, 'install ok installed'))
    draw.shuffle(blocks)
    (record / 'status').write_text('\n'.join(blocks))
    (record / 'available').touch()
    (record / 'info').mkdir()
    (record / 'updates').mkdir()
    (root / 'usr/bin').mkdir(parents=True)
    (root / 'usr/bin/pumpd').write_bytes(draw.randbytes(4000))
    if not lib:
        copy = root / 'opt/pump/lib'
        copy.mkdir(parents=True)
        (copy / f'{LIB}.so.1.{MINOR}.{draw.randint(0, 3)}').write_bytes(draw.randbytes(9000))

inbox = Path('/srv/inbox')
inbox.mkdir()
(inbox / 'advisory.txt').write_text(f'''Advisory for CVE-2026-{os.environ["CVE"]}

Component:  {LIB}
Affected:   every version before 1.{MINOR}.4 (Debian: before 1.{MINOR}.4-1)
Severity:   critical, remote, no login needed
Note:       Copies in other programs are affected in the same way. Attacks have been seen.
''')
minute = int(os.environ['MINUTE'])
(inbox / 'log.txt').write_text(f'''Duty log, Hanover. All times are local.

2026-10-23 Fri 16:20  A customer writes that "the pump blinks strangely". Ticket opened, priority low.
2026-10-24 Sat 09:10  A second ticket, of another customer. Somebody suspects the Wi-Fi.
2026-10-24 Sat 14:{minute:02}  Aylin reads the controller's log at the customer's: a request through {LIB}, a foreign process, orders
                      from outside. She confirms that CVE-2026-{os.environ["CVE"]} is used against our product.
2026-10-24 Sat 17:30  Management is told. Meeting called for Monday.
2026-10-26 Mon 10:00  Meeting. Decision: mend it.
2026-11-{int(os.environ["FIXDAY"]):02}     11:00  The corrected release is out, and customers can install it.
''')
(inbox / 'note.txt').write_text('''What the early warning of an actively exploited vulnerability asks for (Regulation (EU) 2024/2847, Article 14):

  - that it is an early warning, for which product, of which vulnerability
  - that the vulnerability is actively exploited
  - the member states in which, as far as we know, the product is on the market

Our form, as JSON:  kind ("early-warning"), product ("Heat and Valve pump controller"), releases (list), vulnerability,
actively_exploited (true or false), aware (time in UTC, such as 2026-01-31T08:15:00Z), member_states (list of two letters)
''')
shops = ['DE', 'DE', 'FR', 'NL', MARKET, MARKET, 'CH', 'NO', 'GB', 'DE', 'FR', 'CH', 'NL', 'GB', 'NO']
draw.shuffle(shops)
rows = [f'{2000 + n},installer {n},{country}' for n, country in enumerate(shops)]
(inbox / 'customers.csv').write_text('number,name,country\n' + '\n'.join(rows) + '\n')

learner = pwd.getpwnam('learner')
for name in ('sbom', 'outbox'):
    folder = Path('/srv', name)
    folder.mkdir()
    os.chown(folder, learner.pw_uid, learner.pw_gid)
