"""The pumps of a town, for the grader: sounds with known answers, and questions over the network."""
import http.client
import json
import random
from math import pi, sin

STATES = ['well', 'bearing', 'cavitation', 'dry']
EAR = ('10.44.0.20', 8000)
chance = random.Random()


def sound(state):
    turns, noise = chance.uniform(48, 52), 0.01
    tones = [(turns, 0.3), (2 * turns, 0.1)]
    if state == 'bearing':
        tones += [(chance.uniform(780, 860), 0.12), (chance.uniform(1180, 1240), 0.08)]
    if state == 'dry':
        tones = [(turns, 0.1), (2 * turns, 0.1), (chance.uniform(300, 340), 0.25)]
    if state == 'cavitation':
        noise = 0.12
    shift = chance.random()
    wave = (sum(s * sin(2 * pi * f * (n / 4096 + shift)) for f, s in tones) for n in range(1024))
    return [round(value + chance.gauss(0, noise), 4) for value in wave]


def ask(state, timeout=15):
    """Status and answer to the sound of a pump in this state."""
    line = http.client.HTTPConnection(*EAR, timeout=timeout)
    line.request('POST', '/judge', json.dumps(sound(state)))
    answer = line.getresponse()
    text = answer.read()
    line.close()
    return answer.status, json.loads(text or b'{}')
