"""A soft sound for when the time of a step is up: two notes, made here. It never keeps anybody waiting."""

import contextlib
import math
import threading
from array import array
from typing import Final

import pygame

RATE: Final = 22050  # samples a second
SECONDS: Final = 1.8
_NOTES: Final = ((0.0, 659.3), (0.35, 523.3))  # when, Hz: e'' and c'', as a door bell far away
_LOUD: Final = 0.2


def ring() -> threading.Thread:
    """The sound is on its way; where there is no sound there is silence. The thread that plays it is of no concern."""
    thread = threading.Thread(target=_ring, name="chime", daemon=True)
    thread.start()
    return thread


def _ring() -> None:
    # Opening a sound device may take seconds, and a machine without one says so by an error.
    with contextlib.suppress(pygame.error):
        if pygame.mixer.get_init() is None:
            pygame.mixer.init(RATE, -16, 1, 1024, allowedchanges=0)
        pygame.mixer.Sound(buffer=tone()).play()


def tone() -> bytes:
    """The sound as 16 bit samples of one channel: it swells in a moment and dies away."""
    samples = [0.0] * round(RATE * SECONDS)
    for begin, pitch in _NOTES:
        first = round(RATE * begin)
        turn = 2 * math.pi * pitch / RATE
        for i in range(len(samples) - first):
            time = i / RATE
            swell = min(time / 0.02, 1.0) * math.exp(-3.2 * time)
            samples[first + i] += swell * (math.sin(turn * i) + 0.25 * math.exp(-4 * time) * math.sin(2 * turn * i))
    fade = round(RATE * 0.1)
    for i in range(fade):
        samples[-1 - i] *= i / fade
    return array("h", (round(32767 * _LOUD * sample) for sample in samples)).tobytes()
