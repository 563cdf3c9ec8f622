"""Notes: ideas, reasons with their token, folded ones nobody can read yet, and the places where one may
come.

A note's text is as large as it can be: first the note grows to its limit, then the letters become smaller
down to the smallest size allowed, and at last the text is turned like a page, a line at a time. Nothing
is cut silently.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

import pygame

from game.ui import fonts, icons, paint, pieces
from game.ui.look import Box, Look, Style
from game.ui.paint import FINE, clear, smooth
from game.ui.shapes import put, stroke
from game.ui.wrap import Lines, wrap

_PADDING, _RIGHT = 14, 10
_TOP = 13
_PIECE = 36
_BESIDE = _PIECE + 12
_TOKEN_ROW = 52
_STYLES = tuple(Style(size, round(size * 29 / 24), 400) for size in (24, 22, 20))
_MORE = 24


@dataclass(frozen=True, slots=True)
class NoteFace:
    """What stands on a note. `role` is its paper: note_1, note_2, note_3, works_soft, needs_work_soft
    ...
    """

    text: str
    role: str = "note_1"
    seat: int | None = None
    answer: str | None = None


class Setting(NamedTuple):
    """How a note's text lies in its box: the lines, the first one shown and how many are shown."""

    lines: Lines
    first: int
    shown: int

    @property
    def hidden(self) -> int:
        """How many lines are not to be seen."""
        return len(self.lines.lines) - self.shown


def ink_of(role: str) -> str:
    """The role of the letters on a paper."""
    return "note_ink" if role.startswith("note_") else "ink"


def _wrapped(look: Look, face: NoteFace, width: float, style: Style, turned: bool = False) -> Lines:
    """The lines of a note, which leave room for the piece beside the first of them; beside all that can
    be `turned`.
    """
    room = width - _PADDING - _RIGHT
    if face.seat is None or face.answer is not None:
        return wrap(look, face.text, style, room)
    if turned:
        return wrap(look, face.text, style, room - _BESIDE)
    lines_beside = math.ceil((_PIECE + 4) / fonts.line_height(look, style) - 0.35)
    return wrap(look, face.text, style, room, beside=(max(1, lines_beside), _BESIDE))


def _top(face: NoteFace) -> float:
    return _TOKEN_ROW + 4 if face.answer is not None else _TOP


def note_height(look: Look, face: NoteFace, width: float, least: float, most: float) -> float:
    """The height a note of this width wants for its text, within limits."""
    lines = _wrapped(look, face, width, _STYLES[0])
    ear = 10 if len(lines.lines) > 1 else 0
    return max(least, min(most, _top(face) + lines.height + _TOP + ear))


def setting(look: Look, face: NoteFace, box: Box, first: int = 0) -> Setting:
    """How the text of a note is laid into a box; `first` is the line turned to where it is too long."""
    room = box.h - _top(face) - 8
    lines = _wrapped(look, face, box.w, _STYLES[0])
    for style in _STYLES:
        lines = _wrapped(look, face, box.w, style)
        if lines.height <= room + 1 and _clears_ear(look, lines, box, face):
            return Setting(lines, 0, len(lines.lines))
    if lines.height <= room + 1:
        return Setting(lines, 0, len(lines.lines))
    lines = _wrapped(look, face, box.w, _STYLES[-1], turned=True)
    step = lines.height / len(lines.lines)
    shown = max(1, int((room - _MORE + 6) / step))
    return Setting(lines, max(0, min(first, len(lines.lines) - shown)), shown)


def _clears_ear(look: Look, lines: Lines, box: Box, face: NoteFace) -> bool:
    """Whether the last line keeps out of the folded corner."""
    ear = look.tokens["size"]["note_ear"]
    low = _top(face) + lines.height > box.h - ear + 8
    return not low or fonts.width(look, lines.lines[-1], lines.style) <= box.w - _PADDING - ear


def draw_note(
    surface: pygame.Surface,
    look: Look,
    box: Box,
    face: NoteFace,
    state: str = "rest",
    first: int = 0,
    shadow: str | None = "card",
) -> Setting:
    """Draw a note and tell how its text lies; `hidden` lines are reached by drawing from another `first`.

    `state` is rest, selected (strong border), newest (ink border) or lifted (carried, with the deep
    shadow).
    """
    laid = setting(look, face, box, first)
    if shadow is not None:
        paint.shadow(surface, look, box, "lifted" if state == "lifted" else shadow, look.radius("note"))
    surface.blit(_paper(look, face.role, box.w, box.h), look.point(box.x, box.y))
    if state in ("selected", "lifted", "newest"):
        edge = look.stroke("selected")
        role = "ink" if state == "newest" else "primary"
        paint.outline(surface, look, box.inset(-edge), look.radius("note") + edge, role, edge)
    _text(surface, look, box, face, laid)
    if face.answer is not None:
        size = float(look.tokens["size"]["token_note"])
        pieces.draw_token(surface, look, face.answer, box.x + _PADDING + size / 2, box.y + 14 + size / 2, size)
    if face.seat is not None:
        x = box.right - _PADDING - _PIECE / 2 + 2
        y = box.y + (14 + 19 if face.answer is not None else _TOP + _PIECE / 2)
        pieces.draw_seat(surface, look, face.seat, x, y, _PIECE)
    return laid


def _text(surface: pygame.Surface, look: Look, box: Box, face: NoteFace, laid: Setting) -> None:
    lines = laid.lines
    step = lines.height / len(lines.lines)
    part = lines._replace(
        lines=lines.lines[laid.first : laid.first + laid.shown],
        spans=lines.spans[laid.first : laid.first + laid.shown],
        height=step * laid.shown,
    )
    ink = ink_of(face.role)
    room = Box(box.x + _PADDING, box.y + _top(face), box.w - _PADDING - _RIGHT, max(part.height, 1))
    fonts.draw_lines(surface, look, room, part, ink)
    if laid.hidden:
        foot = box.bottom - _MORE / 2 - 2
        below = laid.first + laid.shown < len(lines.lines)
        for i, (icon, there) in enumerate((("chevron-up", laid.first > 0), ("chevron-down", below))):
            if there:
                icons.draw_icon(surface, look, icon, box.x + _PADDING + 12 + 30 * i, foot, _MORE, ink, 2.5)


def _paper(look: Look, role: str, w: float, h: float) -> pygame.Surface:
    return look.kept(("note", role, w, h), partial(_draw_paper, look, role, look.rect(Box(0, 0, w, h)).size))


def _draw_paper(look: Look, role: str, size: tuple[int, int]) -> pygame.Surface:
    """A sheet with its lower right corner turned up: the corner is cut off and a darker triangle lies
    folded in.
    """
    fill, fold = look.colour(role), look.colour("note_fold")
    w, h = size
    ear = min(look.px(look.tokens["size"]["note_ear"]), w // 2, h // 2)
    picture = clear(size, fill)
    scale = 1 / look.scale
    paint.plate(picture, look, Box(0, 0, w * scale, h * scale), fill, look.radius("note"), corners=paint.LEFT)
    corner = clear((ear * FINE, ear * FINE), fill)
    side = ear * FINE
    veil = pygame.Color(fill).lerp(pygame.Color(fold.r, fold.g, fold.b), fold.a / 255)
    pygame.draw.polygon(corner, veil, [(0, 0), (side, 0), (0, side)])
    picture.fill((fill.r, fill.g, fill.b, 0), (w - ear, h - ear, ear, ear))
    picture.blit(smooth(corner, (ear, ear)), (w - ear, h - ear))
    if look.contrast:
        line = look.px(look.stroke("control"))
        half = line / 2
        edge = [(half, half), (w - half, half), (w - half, h - ear), (w - ear, h - half), (half, h - half)]
        stroke(picture, edge, look.colour("edge"), line, closed=True)
        fold_edge = [(w - half, h - ear), (w - ear, h - ear), (w - ear, h - half)]
        stroke(picture, fold_edge, look.colour("edge"), max(1, line // 2), closed=False)
    return picture


def draw_folded(
    surface: pygame.Surface, look: Look, box: Box, role: str = "note_1", shadow: str | None = "rest"
) -> None:
    """A folded note: two layers that do not quite meet, the fold on top, a closed eye. It tells nothing
    of its text.
    """
    if shadow is not None:
        paint.shadow(surface, look, box.inset(4, 4), shadow, 4)
    surface.blit(
        look.kept(("folded", role, box.w, box.h), partial(_draw_folded, look, role, box.w, box.h)),
        look.point(box.x, box.y),
    )


def _draw_folded(look: Look, role: str, w: float, h: float) -> pygame.Surface:
    fill, ink = look.colour(role), look.colour(ink_of(role))
    edge = look.colour("edge") if look.contrast else fill.lerp(ink, 0.55)
    darker = fill if look.contrast else fill.lerp(ink, 0.14)
    size = look.rect(Box(0, 0, w, h)).size
    k = look.scale * FINE
    line = max(FINE, 1.6 * k * (2 if look.contrast else 1))
    large = clear((size[0] * FINE, size[1] * FINE), edge)
    under = [(0.075 * w, 0.2 * h), (w - 1.5, 0.035 * h), (w - 3, h - 1.5), (0.075 * w, h - 4)]
    own = [(x * k, y * k) for x, y in under]
    pygame.draw.polygon(large, darker, own)
    stroke(large, own, edge, line, closed=True)
    top = pygame.Rect(line / 2, line / 2, (w - 6) * k - line, (h - 7) * k - line)
    pygame.draw.rect(large, fill, top, border_top_left_radius=round(7 * k))
    fold = top.copy()
    fold.h = round(0.16 * h * k)
    pygame.draw.rect(large, darker, fold, border_top_left_radius=round(7 * k))
    rim = top.inflate(line, line)
    pygame.draw.rect(large, edge, rim, round(line), border_top_left_radius=round(7 * k + line / 2))
    picture = smooth(large, size)
    eye = icons.icon(look, "eye-off", min(26, h * 0.4), fill.lerp(ink, 0.7))
    put(picture, look, eye, (w - 6) / 2, (h - 7) / 2 + 0.07 * h)
    return picture


def draw_place(
    surface: pygame.Surface,
    look: Look,
    box: Box,
    text: str = "",
    radius: float = 4,
    icon: str | None = None,
    seat: int | None = None,
    role: str = "edge",
) -> None:
    """An empty place: a dashed edge and, in the middle, what to do; an icon above it or a seat's piece
    beside it.
    """
    paint.dashed(surface, look, box, radius, role)
    if seat is not None:
        pieces.draw_seat(surface, look, seat, box.x + 45, box.centre[1], 46)
        words = box.cut_left(86)[1].inset(8, 0)
        fonts.draw_text(surface, look, words, text, "read", valign="middle")
        return
    lines = wrap(look, text, "read", box.w - 2 * _PADDING)
    top = box.centre[1] - lines.height / 2 + (26 if icon else 0)
    if icon:
        icons.draw_icon(surface, look, icon, box.centre[0], top - 34, 44, "ink_muted")
    if text:
        words = Box(box.x + _PADDING, top, box.w - 2 * _PADDING, lines.height)
        fonts.draw_lines(surface, look, words, lines, "ink_muted", "centre")


def wall(box: Box, count: int, columns: int, size: tuple[float, float], gap: float, row_gap: float) -> Sequence[Box]:
    """Where `count` notes hang in rows, from the upper left corner of a box."""
    w, h = size
    return [Box(box.x + (i % columns) * (w + gap), box.y + (i // columns) * (h + row_gap), w, h) for i in range(count)]
