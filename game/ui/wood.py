"""The birch table everything lies on: planks with seams and a little grain, drawn once for a window's
size.
"""

import math
import random

import pygame

from game.ui.look import Look, mixed
from game.ui.paint import clear, smooth

_PLANKS = (126, 142, 158)
_CURVES = 4
_CURVE_WIDTH = 1.4
_FINE = 3
_SEED = 1999


def table(look: Look) -> pygame.Surface:
    """The whole window's table in device pixels, without transparency."""
    return look.kept(("wood",), lambda: _table(look))


def _table(look: Look) -> pygame.Surface:
    picture = pygame.Surface(look.size, 0, 32)
    picture.fill(look.colour("ground"))
    if look.contrast:
        return picture
    rng = random.Random(_SEED)
    top, number = 0.0, 0
    while top < look.H:
        high = _PLANKS[number % len(_PLANKS)]
        _plank(picture, look, rng, top, high, number)
        top += high
        number += 1
    return picture


def _plank(picture: pygame.Surface, look: Look, rng: random.Random, top: float, high: float, number: int) -> None:
    ground = look.colour("ground_alt" if number % 2 else "ground")
    grain = look.colour("grain")
    y, foot = round(top * look.scale), round((top + high) * look.scale)
    picture.fill(ground, (0, y, look.size[0], foot - y))
    for _ in range(_CURVES):
        length = rng.uniform(0.28, 0.5) * look.W
        left = rng.uniform(-0.1, 0.85) * look.W
        height = top + rng.uniform(0.12, 0.88) * high
        bend, turn = rng.uniform(1.5, 5), rng.uniform(0, math.tau)
        curve = _curve(look, length, bend, turn, mixed(ground, grain, 0.55))
        picture.blit(curve, (round(left * look.scale), round(height * look.scale)))
    joint = rng.uniform(0.06, 0.94) * look.W
    seam = look.px(2)
    picture.fill(grain, (round(joint * look.scale), y, seam, foot - y))
    picture.fill(grain, (0, foot - seam, look.size[0], seam))


def _curve(look: Look, length: float, bend: float, turn: float, colour: pygame.Color) -> pygame.Surface:
    """One long grain line, hardly bent."""
    k = look.scale * _FINE
    size = (max(2, round(length * look.scale)), max(2, round((4 * bend + 4) * look.scale)))
    large = clear((size[0] * _FINE, size[1] * _FINE), colour)
    middle, half = large.get_height() / 2, _CURVE_WIDTH * k / 2
    steps = 40
    upper = []
    for i in range(steps + 1):
        wave = math.sin(turn + 4.2 * i / steps) * bend * k
        upper.append((i / steps * large.get_width(), middle + wave - half))
    pygame.draw.polygon(large, colour, upper + [(x, y + 2 * half) for x, y in reversed(upper)])
    return smooth(large, size)
