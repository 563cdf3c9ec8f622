"""Outlines on a grid of 100 units with the middle at 50, 50, as the tokens have them: filled, edged,
dashed.
"""

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import pygame

from game.ui.look import Look
from game.ui.paint import FINE, clear, smooth

Point = tuple[float, float]
Colour = str | pygame.Color
Spec = dict[str, Any]
"""A circle [x, y, r], a rect [x, y, w, h] with a radius, or a polygon of points."""


def put(surface: pygame.Surface, look: Look, picture: pygame.Surface, x: float, y: float) -> pygame.Rect:
    """Blit a picture with its middle at a logical point; returns where, in device pixels."""
    left, top = look.point(x, y)
    return surface.blit(picture, (left - picture.get_width() // 2, top - picture.get_height() // 2))


def stroke(picture: pygame.Surface, points: Sequence[Point], colour: Colour, width: float, closed: bool) -> None:
    """A line through points with round joins and ends."""
    ends = list(points[1:]) + ([points[0]] if closed else [])
    for (x1, y1), (x2, y2) in zip(points, ends, strict=False):
        far = math.hypot(x2 - x1, y2 - y1) or 1
        nx, ny = (y2 - y1) / far * width / 2, (x1 - x2) / far * width / 2
        corners = [(x1 + nx, y1 + ny), (x2 + nx, y2 + ny), (x2 - nx, y2 - ny), (x1 - nx, y1 - ny)]
        pygame.draw.polygon(picture, colour, corners)
    for point in points:
        pygame.draw.circle(picture, colour, point, width / 2)


def shape(
    picture: pygame.Surface,
    spec: Spec,
    unit: float,
    colour: Colour,
    grown: float = 0,
    edge: float = 0,
) -> None:
    """A shape of the tokens in the middle of a picture, `grown` outwards; with `edge` only its outline."""
    cx, cy = picture.get_width() / 2, picture.get_height() / 2

    def at(x: float, y: float) -> Point:
        return cx + (x - 50) * unit, cy + (y - 50) * unit

    if "circle" in spec:
        x, y, r = spec["circle"]
        radius = r * unit + grown + edge / 2
        pygame.draw.circle(picture, colour, at(x, y), radius, round(edge))
    elif "rect" in spec:
        x, y, w, h = spec["rect"]
        out = grown + edge / 2
        left, top = at(x, y)
        body = pygame.Rect(round(left - out), round(top - out), round(w * unit + 2 * out), round(h * unit + 2 * out))
        pygame.draw.rect(picture, colour, body, round(edge), border_radius=round(spec["radius"] * unit + out))
    else:
        points = [at(x, y) for x, y in spec["polygon"]]
        if not edge:
            pygame.draw.polygon(picture, colour, points)
        if edge or grown:
            stroke(picture, points, colour, edge or 2 * grown, closed=True)


def _path(spec: Spec, unit: float, middle: float) -> list[Point]:
    """A shape's outline as a closed row of points."""
    if "circle" in spec:
        x, y, r = spec["circle"]
        units = [(x + r * math.cos(math.radians(a)), y + r * math.sin(math.radians(a))) for a in range(-90, 270, 3)]
    elif "rect" in spec:
        x, y, w, h = spec["rect"]
        r = spec["radius"]
        units = []
        for cx, cy, start in (
            (x + w - r, y + r, -90),
            (x + w - r, y + h - r, 0),
            (x + r, y + h - r, 90),
            (x + r, y + r, 180),
        ):
            for a in range(start, start + 91, 15):
                units.append((cx + r * math.cos(math.radians(a)), cy + r * math.sin(math.radians(a))))
    else:
        units = [(x, y) for x, y in spec["polygon"]]
    return [(middle + (x - 50) * unit, middle + (y - 50) * unit) for x, y in units]


def dashed_outline(spec: Spec, size: int, units: float, colour: pygame.Color, line: float) -> pygame.Surface:
    """A shape's outline in dashes of even length."""
    large = clear((size * FINE, size * FINE), colour)
    points = _path(spec, size * FINE / units, size * FINE / 2)
    sides = list(pairwise([*points, points[0]]))
    total = sum(math.dist(a, b) for a, b in sides)
    count = max(4, round(total / (5 * line * FINE)))
    period = total / count
    travelled = 0.0
    for a, b in sides:
        length = math.dist(a, b)
        at = 0.0
        while at < length:
            phase = (travelled + at) % period
            inked = phase < period * 0.6
            step = min(length - at, (period * 0.6 if inked else period) - phase + 0.01)
            if inked:
                p, q = ((a[0] + (b[0] - a[0]) * t / length, a[1] + (b[1] - a[1]) * t / length) for t in (at, at + step))
                stroke(large, [p, q], colour, line * FINE, closed=False)
            at += step
        travelled += length
    return smooth(large, (size, size))


def glyph(
    picture: pygame.Surface,
    part: dict[str, Any] | list[list[float]],
    unit: float,
    colour: Colour,
    width: float,
) -> None:
    cx, cy = picture.get_width() / 2, picture.get_height() / 2
    if isinstance(part, dict):
        x, y, r = part["dot"]
        pygame.draw.circle(picture, colour, (cx + (x - 50) * unit, cy + (y - 50) * unit), r * unit)
    else:
        stroke(
            picture,
            [(cx + (x - 50) * unit, cy + (y - 50) * unit) for x, y in part],
            colour,
            width,
            closed=False,
        )
