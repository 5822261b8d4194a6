"""A queue that lives as long as this connection is declared on mq3, and written to on mq1: only one cluster carries that."""
import os
import secrets

import pika

from lab import broken, fail, ok


def connect(broker):
    login = pika.PlainCredentials('probe', os.environ['PROBE_PASS'])
    return pika.BlockingConnection(pika.ConnectionParameters(broker, credentials=login, socket_timeout=3, stack_timeout=6))


WORD = secrets.token_hex(6).encode()
try:
    far = connect('10.67.0.13')
except pika.exceptions.AMQPError as said:
    fail('`mq3` does not take the accounts of the house: it is a broker of its own, or it serves nobody.')
except OSError:
    fail('`mq3` serves nobody on port 5672.')
try:
    near = connect('10.67.0.11')
except (pika.exceptions.AMQPError, OSError):
    fail('`mq1` serves nobody on port 5672.')
channel = far.channel()
queue = channel.queue_declare('', exclusive=True).method.queue
sender = near.channel()
sender.confirm_delivery()
try:
    sender.basic_publish('', queue, WORD, mandatory=True)
except pika.exceptions.UnroutableError:
    fail('`mq1` does not know a queue that was declared on `mq3`: they are two clusters.')
found = None
for _ in range(20):
    found = channel.basic_get(queue, auto_ack=True)[2]
    if found:
        break
    far.sleep(0.1)
near.close()
far.close()
ok('What is given to one of them can be taken from another.') if found == WORD else fail('A message to `mq3` by way of `mq1` was taken and did not arrive.')
