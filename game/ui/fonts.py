"""Putting text on a surface. Nothing is ever cut: what needs more room than its box is noted in
`look.overflows`.
"""

import pygame

from game.ui import glyphs
from game.ui.glyphs import font, line, line_height, width
from game.ui.look import Box, Look, Style
from game.ui.wrap import Lines, wrap

__all__ = [
    "draw_line",
    "draw_lines",
    "draw_text",
    "fitting",
    "font",
    "line",
    "line_height",
    "text_height",
    "width",
]


def text_height(look: Look, text: str, style: str | Style, width: float) -> float:
    """The height of a text wrapped to a width, in logical pixels."""
    return wrap(look, text, style, width).height


def draw_text(
    surface: pygame.Surface,
    look: Look,
    box: Box,
    text: str,
    style: str | Style,
    role: str | pygame.Color = "ink",
    align: str = "left",
    valign: str = "top",
    max_lines: int | None = None,
) -> Box:
    """Draw a text wrapped into a box and return the box it really took, which may be larger.

    `align` is left, centre or right; `valign` top, middle or bottom. More lines than `max_lines`, or more
    height or width than the box, is an overflow: it is drawn all the same and noted.
    """
    lines = wrap(look, text, style, box.w)
    if max_lines is not None and len(lines.lines) > max_lines:
        look.overflowed(text)
    return draw_lines(surface, look, box, lines, role, align, valign)


def draw_lines(
    surface: pygame.Surface,
    look: Look,
    box: Box,
    lines: Lines,
    role: str | pygame.Color = "ink",
    align: str = "left",
    valign: str = "top",
) -> Box:
    """Draw a text that has been wrapped already; see `draw_text`."""
    if lines.height > box.h + 1 / look.scale or lines.width > box.w + 1 / look.scale:
        look.overflowed("\n".join(lines.lines))
    spare = {"top": 0.0, "middle": (box.h - lines.height) / 2, "bottom": box.h - lines.height}[valign]
    share = {"left": 0.0, "centre": 0.5, "right": 1.0}[align]
    left, top = look.point(box.x, box.y + spare)
    step = glyphs.device_line(look, lines.style)
    room = round(box.w * look.scale)
    for i, text in enumerate(lines.lines):
        if text:
            shift = round((room - glyphs.device_width(look, text, lines.style)) * share)
            surface.blit(line(look, text, lines.style, role), (left + shift, top + i * step))
    return Box(box.x + (box.w - lines.width) * share, box.y + spare, lines.width, lines.height)


def draw_line(
    surface: pygame.Surface,
    look: Look,
    x: float,
    y: float,
    text: str,
    style: str | Style,
    role: str | pygame.Color = "ink",
    align: str = "left",
) -> Box:
    """Draw one line that is never broken, its middle at height `y` and its left, middle or right at `x`."""
    w, h = width(look, text, style), line_height(look, style)
    left = x - w * {"left": 0.0, "centre": 0.5, "right": 1.0}[align]
    box = Box(left, y - h / 2, w, h)
    if text:
        surface.blit(line(look, text, style, role), look.point(box.x, box.y))
    return box


def fitting(look: Look, text: str, styles: list[Style], width: float, height: float) -> Lines | None:
    """The text in the first of `styles` in which it fits, or None if it fits in none of them."""
    for style in styles:
        lines = wrap(look, text, style, width)
        if lines.height <= height + 1 / look.scale:
            return lines
    return None
