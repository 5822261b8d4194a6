"""Says from a quarter of a second of sound how a pump is. Knows a model's file and the arithmetic, and no network.

A sound is a list of 1024 numbers between -1 and 1, 4096 of them a second. A model is an .npz file with two layers and
the name of its version.
"""
import numpy as np

SAMPLES = 1024
STATES = ['well', 'bearing', 'cavitation', 'dry']
# One sound is looked at from so many places, and the votes are counted: slow, and steady.
PLACES = 512


class Unfit(Exception):
    """This is no sound, or no model."""


def spectrum(sounds):
    """The shape of each sound: how much there is of each frequency, on a scale like the ear's."""
    return np.log1p(np.abs(np.fft.rfft(sounds * np.hanning(SAMPLES)))[:, :512]).astype(np.float32)


def load(path):
    """A model from its file. Raises Unfit when the file is none; whether it is any good only sounds can tell."""
    try:
        with np.load(path, allow_pickle=False) as file:
            model = {name: file[name] for name in ('w1', 'b1', 'w2', 'b2', 'version')}
    except Exception as error:
        raise Unfit(f'{path} is no model: {error}') from error
    if model['w1'].shape[0] != 512 or model['w2'].shape[1] != len(STATES):
        raise Unfit(f'{path} is a model of something else')
    return model


def judge(model, sound):
    """How the pump is, and how many of the places say so."""
    wave = np.asarray(sound, dtype=np.float64)
    if wave.shape != (SAMPLES,) or not np.isfinite(wave).all():
        raise Unfit(f'a sound has {SAMPLES} numbers')
    votes = np.zeros(len(STATES))
    for place in range(0, SAMPLES, SAMPLES // PLACES):
        hidden = np.maximum(spectrum(np.roll(wave, place)[None, :]) @ model['w1'] + model['b1'], 0)
        votes[int(np.argmax(hidden @ model['w2'] + model['b2']))] += 1
    best = int(np.argmax(votes))
    return {'pump': STATES[best], 'share': round(float(votes[best] / votes.sum()), 2), 'model': str(model['version'])}
