"""What wards and laboratory share: their settings, and a connection to the first broker that answers."""
import re
import sys
import time

import pika

FOLDER = '/srv/orders'
TROUBLE = (pika.exceptions.AMQPError, OSError)


def settings(path):
    with open(path) as file:
        return dict(re.findall(r'^(\w+)=(.*?)\s*$', file.read(), re.M))


def connect(conf):
    """The brokers are tried in the order in which they stand."""
    login = pika.PlainCredentials(conf['USER'], conf['PASSWORD'])
    trouble = ValueError('BROKERS is empty')
    for broker in conf['BROKERS'].replace(',', ' ').split():
        try:
            return pika.BlockingConnection(
                pika.ConnectionParameters(
                    broker, credentials=login, heartbeat=10, socket_timeout=3, stack_timeout=6,
                    client_properties={'connection_name': conf['USER']},
                )
            )
        except TROUBLE as said:
            trouble = said
            complain(conf, said, broker)
    raise trouble


def open_queue(conf, connection):
    """A channel, and the queue as the settings want it: a queue that is there already must be just that."""
    channel = connection.channel()
    channel.queue_declare(conf['QUEUE'], durable=True, arguments={'x-queue-type': conf['TYPE']})
    if conf.get('CONFIRM') == 'yes':
        channel.confirm_delivery()
    return channel


def publish(conf, channel, ref):
    channel.basic_publish('', conf['QUEUE'], ref.encode(), pika.BasicProperties(delivery_mode=2))


def note(name, line):
    with open(f'{FOLDER}/{name}', 'a') as file:
        file.write(f'{line}\n')


def complain(conf, said, broker=''):
    words = ' '.join((str(said) or repr(said)).split())
    note('errors.log', f"{time.strftime('%T')} {conf['USER']} {broker} {words}"[:300])


def keep_trying(work, path):
    """For ever: a connection, the work with it, and a complaint when it ends."""
    while True:
        conf = settings(path)
        try:
            connection = connect(conf)
        except (ValueError, *TROUBLE):
            time.sleep(1)
            continue
        try:
            work(conf, connection)
        except TROUBLE as said:
            complain(conf, said)
            time.sleep(1)
        finally:
            try:
                connection.close()
            except TROUBLE:
                pass


if __name__ == '__main__':
    sys.exit('This is a part of ward, laboratory and reorder.')
