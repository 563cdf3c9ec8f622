"""What is wrong with a screen as it is laid out and drawn: too small to press or read, outside, one over another.

Texts are seen as they are drawn, whatever draws them.
"""

import math
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import combinations
from types import ModuleType
from typing import Any, NamedTuple

import pygame

from game.ui import fonts
from game.ui.app import App
from game.ui.look import Box, Look, Style
from game.ui.part import Part
from game.ui.scroll import ScrollArea

TARGET = 44
"""Device px that what is pressed is high and wide at least."""
GROUP, SECONDARY = 24, 20
"""The smallest letters for what the group reads, and for all else, logical px."""

_PIECE = 24
"""Device px that a piece on the board is high and wide at least, where many of them crowd."""
_APART = 15
"""So far apart are the middles of two pieces that crowd on a low board, device px: their numbers can be read."""
_TOUCHING = 4
"""So many logical px over one another are no more than a touch."""


class Written(NamedTuple):
    """A text that was drawn on the window: where, in what, and how much of the window was open to it."""

    text: str
    box: Box
    style: Style
    role: str
    clip: pygame.Rect


@contextmanager
def reading(size: tuple[int, int]) -> Iterator[list[Written]]:
    """Gathers the texts that are drawn on pictures of this size until the end."""
    found: list[Written] = []
    old_lines, old_line = fonts.draw_lines, fonts.draw_line

    def note(surface: pygame.Surface, text: str, box: Box, style: Style, role: object) -> None:
        if surface.get_size() == size and text.strip():
            found.append(Written(text, box, style, str(role), surface.get_clip()))

    def draw_lines(
        surface: pygame.Surface, look: Look, box: Box, lines: Any, role: Any = "ink", *rest: Any, **more: Any
    ) -> Box:
        drawn = old_lines(surface, look, box, lines, role, *rest, **more)
        note(surface, " ".join(lines.lines), drawn, lines.style, role)
        return drawn

    def draw_line(
        surface: pygame.Surface, look: Look, x: float, y: float, text: str, style: Any, role: Any = "ink", *rest: Any,
        **more: Any,
    ) -> Box:  # fmt: skip
        drawn = old_line(surface, look, x, y, text, style, role, *rest, **more)
        note(surface, text, drawn, look.style(style), role)
        return drawn

    kit = [module for name, module in sys.modules.items() if name.startswith("game.ui")]
    changed: list[tuple[ModuleType, str, Any]] = []
    for name, old, new in (("draw_lines", old_lines, draw_lines), ("draw_line", old_line, draw_line)):
        changed += [(module, name, old) for module in kit if getattr(module, name, None) is old]
        for module in kit:
            if getattr(module, name, None) is old:
                setattr(module, name, new)
    try:
        yield found
    finally:
        for module, name, old in changed:
            setattr(module, name, old)


def faults(app: App) -> list[str]:
    """Everything that is wrong with the scene in front, in words; draws it anew."""
    look = app.look
    app.screen.stage.redraw()
    with reading(look.size) as written:
        app.step()
    assert app.fault is None, app.fault
    found = [f"cut: {text!r}" for text in look.overflows]
    look.overflows.clear()
    return [*found, *pressing(app), *overlaps(app), *letters(written), *texts_over_texts(app, written)]


def seen(part: Part) -> Box:
    """What can be seen of a part."""
    if part.clip is None:
        return part.box
    x, y = max(part.box.x, part.clip.x), max(part.box.y, part.clip.y)
    right, bottom = min(part.box.right, part.clip.right), min(part.box.bottom, part.clip.bottom)
    return Box(x, y, max(0.0, right - x), max(0.0, bottom - y))


def pressable(app: App) -> list[Part]:
    """What a press is for, as far as it can be seen."""
    return [part for part in app.screen.parts if part.active and not isinstance(part, ScrollArea) and _visible(part)]


def _visible(part: Part) -> bool:
    box = seen(part)
    return box.w > 1 and box.h > 1


def pressing(app: App) -> Iterator[str]:
    """What is too small for a finger or not quite on the window."""
    look = app.look
    for part in pressable(app):
        if part.clip is not None and not part.clip.contains(*part.box.centre):
            continue  # scrolled half out of sight
        least = _PIECE if _is_piece(part) else TARGET
        across, along = _reached(app, part)
        if min(across, along) < least - 1:
            yield f"small: {part.name} {across:.0f} x {along:.0f} px"
        box = seen(part)
        if box.x < -0.5 or box.y < -0.5 or box.right > look.W + 0.5 or box.bottom > look.H + 0.5:
            yield f"outside: {part.name} {tuple(round(v) for v in box)}"


def _is_piece(part: Part) -> bool:
    """Whether it is a token or a pin on the board: where those crowd, the list beside the board has them too."""
    return part.group in ("tokens", "pins")


def _reached(app: App, part: Part) -> tuple[float, float]:
    """How far a press beside the middle of a part still is for it, device px from side to side and up and down."""
    look, (x, y) = app.look, part.box.centre
    half = TARGET / 2 / look.scale
    found = []
    for size, (dx, dy) in ((part.box.w, (1, 0)), (part.box.h, (0, 1))):
        reach = size * look.scale
        if reach < TARGET and not part.inside:
            step = 0.98 * half
            ends = [(x + sign * dx * step, y + sign * dy * step) for sign in (-1, 1)]
            ends = [end for end in ends if part.clip is None or part.clip.contains(*end)]
            reach = TARGET if all(app.screen.under(*end) is part for end in ends) else reach
        found.append(reach)
    return found[0], found[1]


def overlaps(app: App) -> Iterator[str]:
    """What takes presses meant for another. A thing that lies wholly on another does so by design."""
    for one, other in combinations(pressable(app), 2):
        if one.inside or other.inside or _lies_over(app, other, one):
            continue
        a, b = seen(one), seen(other)
        across = min(a.right, b.right) - max(a.x, b.x)
        along = min(a.bottom, b.bottom) - max(a.y, b.y)
        if across <= _TOUCHING or along <= _TOUCHING or _holds(a, b) or _holds(b, a):
            continue
        if _is_piece(one) and _is_piece(other) and math.dist(a.centre, b.centre) * app.look.scale >= _APART:
            continue
        yield f"over: {one.name} and {other.name} by {across:.0f} x {along:.0f}"


def _lies_over(app: App, upper: Part, lower: Part) -> bool:
    """Whether the upper part is on a sheet that covers the lower one where they meet, as a drawer does."""
    parts = app.screen.parts
    between = parts[parts.index(lower) + 1 : parts.index(upper) + 1]
    return any(part.solid and _holds(part.box, seen(upper)) for part in between)


def _holds(a: Box, b: Box) -> bool:
    return b.x >= a.x - 1 and b.y >= a.y - 1 and b.right <= a.right + 1 and b.bottom <= a.bottom + 1


def letters(written: list[Written]) -> Iterator[str]:
    """Letters too small to be read: what the group must read is in GROUP, only muted words and figures are smaller."""
    for one in written:
        if one.style.size < SECONDARY:
            yield f"tiny: {one.style.size} {one.text!r}"


def texts_over_texts(app: App, written: list[Written]) -> Iterator[str]:
    """Texts that lie on one another, where no sheet lies between them."""
    look = app.look
    solid = [part.box for part in app.screen.parts if part.solid]
    rects = [(one, look.rect(one.box).clip(one.clip)) for one in written]
    for (one, a), (other, b) in combinations([(one, rect) for one, rect in rects if rect.w and rect.h], 2):
        both = a.clip(b)
        least = min(one.style.size, other.style.size) * look.scale
        if both.h > 0.45 * least and both.w > 0.5 * least and one.text != other.text:
            if not any(_holds(box, other.box) and not _holds(box, one.box) for box in solid):
                yield f"text on text: {one.text[:40]!r} and {other.text[:40]!r} by {both.size}"
