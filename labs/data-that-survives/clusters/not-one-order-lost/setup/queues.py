"""Smaller queues of the house, each on the broker where it was declared: one of them on mq1, the others on mq2."""
import os
import pika

for name in ['films', 'labels', 'menus', 'swabs']:
    broker = '10.67.0.11' if name == os.environ['GONE'] else '10.67.0.12'
    login = pika.PlainCredentials('probe', os.environ['PROBE_PASS'])
    connection = pika.BlockingConnection(pika.ConnectionParameters(broker, credentials=login, socket_timeout=5))
    channel = connection.channel()
    channel.queue_declare(name, durable=True)
    for number in range(7):
        channel.basic_publish('', name, f'{name} {number}'.encode(), pika.BasicProperties(delivery_mode=2))
    connection.close()
