"""Trains the model of pumps.py on sounds that it makes itself, and keeps some of them with the right answer."""
import json
import os
import sys

import numpy as np
from pumps import SAMPLES, STATES, spectrum

random = np.random.default_rng(20261101)
TIME = np.arange(SAMPLES) / 4096


def tone(frequency, strength):
    return strength * np.sin(2 * np.pi * (frequency * TIME + random.random()))


def sound(state):
    """A pump that turns 48 to 52 times a second, in a cellar that is never quite silent."""
    turns = random.uniform(48, 52)
    wave = tone(turns, 0.3) + tone(2 * turns, 0.1) + random.normal(0, 0.01, SAMPLES)
    if state == 'bearing':
        wave += tone(random.uniform(780, 860), 0.12) + tone(random.uniform(1180, 1240), 0.08)
    if state == 'cavitation':
        wave += random.normal(0, 0.12, SAMPLES)
    if state == 'dry':
        wave += tone(random.uniform(300, 340), 0.25) - tone(turns, 0.2)
    return np.clip(wave, -1, 1)


def sounds(number):
    labels = random.integers(0, len(STATES), number)
    return np.stack([sound(STATES[label]) for label in labels]), labels


def train(steps=400, width=64, rate=0.05):
    inputs, labels = sounds(1600)
    shapes, wanted = spectrum(inputs), np.eye(len(STATES))[labels]
    w1, w2 = random.normal(0, 0.05, (512, width)), random.normal(0, 0.05, (width, len(STATES)))
    b1, b2 = np.zeros(width), np.zeros(len(STATES))
    for _ in range(steps):
        hidden = np.maximum(shapes @ w1 + b1, 0)
        scores = hidden @ w2 + b2
        shares = np.exp(scores - scores.max(1, keepdims=True))
        error = (shares / shares.sum(1, keepdims=True) - wanted) / len(labels)
        back = (error @ w2.T) * (hidden > 0)
        w2, b2 = w2 - rate * hidden.T @ error, b2 - rate * error.sum(0)
        w1, b1 = w1 - rate * shapes.T @ back, b1 - rate * back.sum(0)
    return {'w1': w1, 'b1': b1, 'w2': w2, 'b2': b2}


def right(model, number=400):
    inputs, labels = sounds(number)
    hidden = np.maximum(spectrum(inputs) @ model['w1'] + model['b1'], 0)
    return float((np.argmax(hidden @ model['w2'] + model['b2'], 1) == labels).mean())


folder = sys.argv[1]
os.makedirs(folder, exist_ok=True)
model = train()
share = right(model)
print(f'{share:.1%} of sounds it has never heard are judged rightly')
if share < 0.98:
    sys.exit('The model has not learnt enough.')
np.savez(f'{folder}/autumn.npz', version='autumn', **{name: part.astype(np.float32) for name, part in model.items()})
known = [{'pump': state, 'sound': [round(float(x), 4) for x in sound(state)]} for state in STATES]
with open(f'{folder}/known.json', 'w', encoding='ascii') as file:
    json.dump(known, file)
