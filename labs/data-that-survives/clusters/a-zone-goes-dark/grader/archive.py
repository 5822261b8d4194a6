"""What checks know of the archive: its photographs, who has a copy of which, and what the ring says. Everything is asked
of the object servers and the proxy over the network; of the machines themselves only their ring files are read."""
import base64
import functools
import gzip
import hashlib
import http.client
import io
import json
import os
import socket
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import quote

from lab import on
from swift.common.ring.ring import RingData

TOWN, SERIES = os.environ['TOWN'], os.environ['SERIES']
ACCOUNT = f'AUTH_{TOWN}'
PROXY = '10.72.0.10'
HOUSES = {f'10.72.0.1{n}': f'zone{n}' for n in (1, 2, 3)}
DISKS = [(ip, disk) for ip in HOUSES for disk in ('d1', 'd2')]
PORTS = {'object': 6200, 'container': 6201}


# Photographs: the first ones, those of the day of the outage, and those that are withdrawn on it.


def _number(word):
    return int(hashlib.sha256(f"{os.environ['SEED']}/{word}".encode()).hexdigest(), 16)


def first():
    return sorted(f'{SERIES}-{1880 + _number(i) % 50}-{i:03}' for i in range(1, int(os.environ['COUNT']) + 1))


def fresh():
    return sorted(f'{SERIES}-{1931 + _number(i) % 9}-{i:03}' for i in range(501, 507))


def withdrawn():
    return sorted(sorted(first(), key=_number)[:5])


def now():
    """What the archive holds once everything of that day is done."""
    return sorted(set(first()) - set(withdrawn()) | set(fresh()))


def picture(name):
    """Some thousand bytes that only this photograph has."""
    length = 1200 + _number(name) % 3000
    return ''.join(hashlib.sha256(f"{os.environ['SEED']} {name} {i}".encode()).hexdigest() for i in range(length // 64)).encode()


# By the front door.


def _ask(host, port, method, path, headers=None, body=None, patience=8):
    connection = http.client.HTTPConnection(host, port, timeout=patience)
    try:
        connection.request(method, path, body=body, headers=headers or {})
        answer = connection.getresponse()
        return answer.status, dict(answer.getheaders()), answer.read()
    finally:
        connection.close()


def token():
    _, headers, _ = _ask(PROXY, 8080, 'GET', '/auth/v1.0', {'X-Auth-User': f'{TOWN}:archive', 'X-Auth-Key': os.environ['KEY']})
    return headers.get('X-Auth-Token', '')


def front(method, name='', key=None, body=None):
    """Status and body of what the proxy says; 0 when it says nothing."""
    path = f'/v1/{ACCOUNT}/{SERIES}' + (f'/{quote(name)}' if name else '')
    try:
        status, _, said = _ask(PROXY, 8080, method, path, {'X-Auth-Token': key or token()}, body, patience=15)
        return status, said
    except (OSError, http.client.HTTPException):
        return 0, b''


def put_all(names):
    key = token()
    for name in ['', *names]:
        for _ in range(20):
            if front('PUT', name, key, picture(name) if name else b'')[0] in (201, 202):
                break
            time.sleep(0.5)
            key = token()
        else:
            raise SystemExit(f'The proxy does not take {name or SERIES}.')


def read_all(names):
    """Status and whether the content is right, by name."""
    key = token()

    def read(name):
        status, said = front('GET', name, key)
        return name, (status, said == picture(name))

    with ThreadPoolExecutor(4) as readers:
        return dict(readers.map(read, names))


# Rings.


def _bytes_of(host, path):
    told = on(host, 'base64', path)
    return base64.b64decode(told.stdout) if told.code == 0 else None


def digest_of(host, kind='object'):
    content = _bytes_of(host, f'/etc/swift/{kind}.ring.gz')
    return None if content is None else hashlib.sha256(content).hexdigest()


def ring_of(host, kind='object'):
    """The ring as this machine has it, None if there is none that can be read. Only today's format is: the old one is a
    pickle, and would be run instead of read."""
    content = _bytes_of(host, f'/etc/swift/{kind}.ring.gz')
    try:
        if gzip.GzipFile(fileobj=io.BytesIO(content)).read(6) != b'R1NG\x00\x01':
            return None
        with tempfile.NamedTemporaryFile() as file:
            file.write(content)
            file.flush()
            return RingData.load(file.name)
    except (OSError, EOFError, TypeError, ValueError, KeyError):
        return None


def partition(ring, *path):
    whole = '/' + '/'.join(path) + os.environ['HASH']
    return int.from_bytes(hashlib.md5(whole.encode()).digest()[:4], 'big') >> ring._part_shift


def places(ring, *path):
    """Where this ring wants the copies: pairs of address and disk."""
    at = partition(ring, *path)
    devices = [ring.devs[row[at]] for row in ring._replica2part2dev_id if at < len(row)]
    return [(device['ip'], device['device']) for device in devices]


def houses(ring, name):
    return len({ip for ip, _ in places(ring, ACCOUNT, SERIES, name)})


def sound(ring):
    """None, or a sentence about what is not right with this ring."""
    devices = [device for device in ring.devs if device and device['weight'] > 0]
    if len(ring._replica2part2dev_id) != 3 or any(len(row) != 2 ** (32 - ring._part_shift) for row in ring._replica2part2dev_id):
        return f'It keeps {ring.replica_count:g} copies of each object, and the town was promised three.'
    lost = [f'{HOUSES[ip]}/{disk}' for ip, disk in DISKS if not any((d['ip'], d['device']) == (ip, disk) for d in devices)]
    if lost:
        return f"It does not count on {', '.join(lost)}."
    zones = {ip: {device['zone'] for device in devices if device['ip'] == ip} for ip in HOUSES}
    if any(len(of) > 1 for of in zones.values()) or len(set().union(*zones.values())) < 3:
        return 'There are disks of one house in two zones, or of two houses in one zone.'
    rows = list(zip(*ring._replica2part2dev_id))
    crowded = sum(len({ring.devs[device]['ip'] for device in row}) < 3 for row in rows)
    if crowded:
        return f'The zones are right, but {crowded} of {len(rows)} partitions still have two copies in one house: rebalance again.'
    return None


# Copies.


@functools.cache
def answers(ip, kind):
    """Whether anybody listens there. Asked once, since a machine without power makes everybody wait."""
    try:
        socket.create_connection((ip, PORTS[kind]), timeout=3).close()
        return True
    except OSError:
        return False


def _holds(kind, place, at, *path):
    ip, disk = place
    if not answers(ip, kind):
        return 'silent'
    where = '/'.join(quote(part) for part in (disk, str(at), *path))
    try:
        status, headers, _ = _ask(ip, PORTS[kind], 'HEAD', f'/{where}', {'X-Backend-Storage-Policy-Index': '0'}, patience=8)
        if status < 300:
            same = headers.get('Etag', '').strip('"') == hashlib.md5(picture(path[-1])).hexdigest()
            return 'copy' if same else 'damaged'
        return 'tombstone' if status == 404 and 'X-Backend-Timestamp' in headers else None
    except (OSError, http.client.HTTPException):
        return 'silent'


def copies(ring, name):
    """What each disk of each house has of this photograph."""
    at = partition(ring, ACCOUNT, SERIES, name)
    return {place: _holds('object', place, at, ACCOUNT, SERIES, name) for place in DISKS}


def all_copies(ring, names):
    with ThreadPoolExecutor(4) as askers:
        return dict(zip(names, askers.map(lambda name: copies(ring, name), names)))


def named(place):
    return f'{HOUSES[place[0]]}/{place[1]}'


def everywhere_right(ring, names):
    """How many lie where the ring wants them and nowhere else, and a sentence about the first that does not."""
    right, trouble = 0, None
    for name, held in all_copies(ring, names).items():
        wanted = set(places(ring, ACCOUNT, SERIES, name))
        silent = sorted({HOUSES[ip] for (ip, _), what in held.items() if what == 'silent'})
        having = {place for place, what in held.items() if what == 'copy'}
        damaged = [place for place, what in held.items() if what == 'damaged']
        if silent:
            trouble = trouble or f"The object server of {', '.join(silent)} does not answer."
        elif damaged:
            trouble = trouble or f'{named(damaged[0])} has a copy of {name} that is not what was put in.'
        elif wanted - having:
            trouble = trouble or f'{name} has no copy that can be read on {named(sorted(wanted - having)[0])}, where the ring wants one.'
        elif having - wanted:
            trouble = trouble or f'{name} still has a copy on {named(sorted(having - wanted)[0])}, where it does not belong.'
        else:
            right += 1
    return right, trouble


def listing(ip, disk, at):
    """The names in the container as one container server tells them, None if it does not."""
    if not answers(ip, 'container'):
        return None
    try:
        status, _, said = _ask(ip, PORTS['container'], 'GET', f'/{disk}/{at}/{ACCOUNT}/{SERIES}?format=json', patience=5)
        return {row['name'] for row in json.loads(said)} if status == 200 else None
    except (OSError, http.client.HTTPException, ValueError):
        return None


# What was so when the scene was set.


def note(word, value):
    with open(f'/lab/{word}.json', 'w') as file:
        json.dump(value, file)


def noted(word):
    with open(f'/lab/{word}.json') as file:
        return json.load(file)
