import os
import socket
import sys

sys.path.insert(0, '/lab')
from lab import fail, ok
from town import EAR, ask

LARGEST = int(os.environ['LARGEST']) * 1024


def status(length):
    """What is said to somebody who announces so much, before a byte of it was sent."""
    try:
        with socket.create_connection(EAR, timeout=6) as line:
            line.sendall(f'POST /judge HTTP/1.1\r\nHost: cellar\r\nContent-Length: {length}\r\n\r\n'.encode())
            return line.recv(64).decode('latin-1').split(' ')[1:2]
    except OSError:
        return []


if status(LARGEST * 4000) != ['413']:
    fail(f'Somebody announced a sound of {LARGEST * 4000 // 1048576} MiB, and was not told 413: the ear listens, for as long as they like to send.')
if status(LARGEST + 1) != ['413']:
    fail(f'One byte more than {LARGEST // 1024} KiB should be too much.')
try:
    got, said = ask('cavitation')
except OSError as error:
    fail(f'The ear does not answer: {error}.')
if got != 200:
    fail(f'An ordinary sound gets status {got} now.')
ok()
