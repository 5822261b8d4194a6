"""All speak their last byte at the same moment; who was let in, and who was told to come back?"""
import json
import os
import socket
import sys
import threading

sys.path.insert(0, '/lab')
from lab import broken, credit, fail, ok
from town import EAR, ask, sound

WAITING, CROWD = int(os.environ['WAITING']), 64
body = json.dumps(sound('bearing')).encode()
head = f'POST /judge HTTP/1.1\r\nHost: cellar\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\nConnection: close\r\n\r\n'
try:
    status, _ = ask('bearing')
except OSError as error:
    fail(f'The ear on `cellar` does not answer: {error}.')
if status != 200:
    fail(f'Nobody else asks, and the ear answers with status {status}.')


def heard(line):
    text = b''
    try:
        while piece := line.recv(4096):
            text += piece
    except OSError:
        pass
    return text.decode('latin-1')


lines, answers = [], []
for _ in range(CROWD):
    line = socket.create_connection(EAR, timeout=40)
    line.sendall(head.encode() + body[:-1])
    lines.append(line)


def speak(line):
    try:
        line.sendall(body[-1:])
    except OSError:
        pass
    answers.append(heard(line))


speakers = [threading.Thread(target=speak, args=(line,)) for line in lines]
for one in speakers:
    one.start()
for one in speakers:
    one.join(45)
for line in lines:
    line.close()

numbers = [text.split(' ', 2)[1] if text.startswith('HTTP/') else '' for text in answers]
let_in, refused = numbers.count('200'), numbers.count('503')
if refused == 0:
    fail(f'{CROWD} asked at the same moment, and nobody was refused: {let_in} waited until it was their turn. At most {WAITING} are to wait.')
if let_in + refused < CROWD:
    rest = sorted({number or 'cut off' for number in numbers} - {'200', '503'})
    fail(f'Of {CROWD} who asked at the same moment, {CROWD - let_in - refused} got something else than an answer or a 503: {", ".join(rest)}.')
credit(0.4, 'Some are refused.')
if let_in < WAITING:
    fail(f'Of {CROWD} who asked at the same moment only {let_in} were let in. {WAITING} may wait.')
if let_in > WAITING + 24:
    fail(f'Of {CROWD} who asked at the same moment {let_in} were let in, where {WAITING} may wait.')
late = [text for text in answers if ' 503 ' in text[:16] and '\r\nretry-after:' not in text.lower()]
if late:
    fail('The refusals do not say when to come back: the header `Retry-After` is missing.')
if numbers.index('503') > len(numbers) - 1 - numbers[::-1].index('200'):
    fail('Those who were refused had to wait until all others had their answers. Tell them at once.')
status, said = ask('bearing')
if status != 200:
    fail(f'The crowd has gone, and whoever comes now gets status {status}. A place that was taken must be given back.')
ok(f'{let_in} of {CROWD} were served and {refused} told at once to come back.')
