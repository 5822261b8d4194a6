"""The rings as they were built: the first disks three years ago, the second ones in spring. Who entered those into the
ring of the objects has exchanged two of them."""
import os

from swift.common.ring import RingBuilder

SEED = os.environ['HASH']


def disk(house, name, port, zone):
    ip = f'10.72.0.1{house}'
    return {'region': 1, 'zone': zone, 'ip': ip, 'port': port, 'replication_ip': ip, 'replication_port': port,
            'device': name, 'weight': 100.0, 'meta': ''}


def settle(builder, rounds):
    for _ in range(rounds):
        builder.rebalance(seed=SEED)
        builder.pretend_min_part_hours_passed()


def build(kind, port, exchanged):
    builder = RingBuilder(6, 3, 1)
    for house in (1, 2, 3):
        builder.add_dev(disk(house, 'd1', port, house))
    settle(builder, 1)
    for house in (1, 2, 3):
        builder.add_dev(disk(house, 'd2', port, exchanged.get(house, house)))
    settle(builder, 5)
    builder.save(f'/etc/swift/{kind}.builder')
    builder.get_ring().save(f'/etc/swift/{kind}.ring.gz')


one, other = map(int, os.environ['SWAP'].split())
build('account', 6202, {})
build('container', 6201, {})
build('object', 6200, {one: other, other: one})
