"""What the checks of this lab ask: the servers as they were in the morning, and as they are."""

import json

from lab import on
from labcloud import Cloud

MORNING = '/lab/morning.json'
GUESTS = "for one in /proc/[0-9]*/cmdline; do tr '\\0' ' ' <$one; echo; done 2>/dev/null; true"
FOLDERS = '/srv/cloud/data/nova/instances'


def remember():
    """Written once, when the scene is set: the cloud itself forgets."""
    servers = Cloud().get('compute', '/servers/detail?all_tenants=1')['servers']
    kept = {one['id']: {'name': one['name'], 'host': one['OS-EXT-SRV-ATTR:host'],
                        'addresses': addresses(one)} for one in servers}
    with open(MORNING, 'w', encoding='utf-8') as file:
        json.dump(kept, file)


def morning(host=None):
    with open(MORNING, encoding='utf-8') as file:
        known = json.load(file)
    return {key: one for key, one in known.items() if host in (None, one['host'])}


def addresses(server):
    return sorted(one['addr'] for net in server['addresses'].values() for one in net)


def service(cloud, host):
    found = cloud.get('compute', '/os-services?binary=nova-compute&host=' + host)['services']
    return found[0] if found else None


def commands(host):
    """The command lines of all that runs there. Says nothing of who asks."""
    return on(host, 'sh', '-c', GUESTS).stdout.splitlines()


def guests(host):
    """The ids of the servers that really run there: a state can be set, a process cannot."""
    found = set()
    for line in commands(host):
        words = line.split()
        if words and words[0].endswith('qemu-system-x86_64') and '-uuid' in words:
            found.add(words[words.index('-uuid') + 1])
    return found


def folders(host):
    return {name for name in on(host, 'ls', FOLDERS).stdout.split() if len(name) == 36}


def ready(cloud, server):
    said = cloud.post('compute', '/servers/%s/action' % server, {'os-getConsoleOutput': {}})['output']
    return 'is ready' in said
