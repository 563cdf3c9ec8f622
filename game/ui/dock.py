"""The dock under the table: who is at it, what to do now in one line, and the buttons, the primary one last."""

from collections.abc import Callable, Sequence

import pygame

from game.engine.actions import Turn
from game.ui import paint
from game.ui.controls import Button, button_row
from game.ui.fonts import text_height
from game.ui.look import Box, Look, Style
from game.ui.marks import draw_number, draw_pips
from game.ui.papers import Line, Picture, Sheet, Words
from game.ui.part import Part
from game.ui.pieces import draw_seat
from game.ui.play import Play
from game.ui.scene import Next

_HEADING = Style(30, 36, 700)
_PITCH = 88.0
_PIPS = 5
"""More than this is told in figures."""

Press = Callable[[], Next | None]


def sheet(box: Box) -> Part:
    """The paper that the dock lies on."""
    return Sheet("dock", box, solid=True, focusable=False)


def buttons(look: Look, box: Box, row: Sequence[Button]) -> tuple[list[Part], float]:
    """The buttons at the right end of the dock, and the left edge of the first of them."""
    placed = button_row(look, box.right - 24, box.centre[1], row)
    return list(placed), placed[0].box.x if placed else box.right - 24


def words(
    look: Look, box: Box, heading: str, line: str, *, icon: str = "", line_icon: str = "", name: str = "dock"
) -> list[Part]:
    """A heading of one line or two and a line under it, in the middle of the box's height; with an icon before them."""
    found: list[Part] = []
    if icon:
        found.append(Picture(f"{name}-icon", Box(box.x, box.centre[1] - 24, 48, 48), icon=icon, role="primary",
                             focusable=False))  # fmt: skip
        box = Box(box.x + 72, box.y, box.w - 72, box.h)
    high = text_height(look, heading, _HEADING, box.w)
    low = (Line.height(look, line, box.w) if line_icon else text_height(look, line, "read", box.w)) if line else 0.0
    y = box.y + (box.h - high - low) / 2
    found.append(Words(f"{name}-heading", Box(box.x, y, box.w, high), heading, style=_HEADING, focusable=False))
    if line:
        under = Box(box.x, y + high, box.w, low)
        found.append(
            Line(f"{name}-line", under, line, icon=line_icon, focusable=False)
            if line_icon
            else Words(f"{name}-line", under, line, style="read", focusable=False)
        )
    return found


def seats(
    look: Look,
    box: Box,
    play: Play,
    press: Callable[[int], Press],
    pips: Callable[[int], tuple[int, int]] | None = None,
    now: int = 0,
    refusal: Callable[[int], str] | None = None,
) -> tuple[list[Part], float]:
    """The pieces of all seats with their progress under them, and the right edge. The number key presses a seat.

    `now` is the seat whose turn it is; `pips` gives how much of how much a seat has done.
    """
    here = play.seats
    pitch = min(_PITCH, 640 / max(len(here), 1)) if len(here) > 6 else _PITCH
    found: list[Part] = []
    for place, seat in enumerate(here):
        cell = Box(box.x + 12 + place * pitch, box.y + 12, pitch - 4, box.h - 24)
        done, total = pips(seat.number) if pips else (0, 0)
        name = play.seat_name(seat.number)
        found.append(
            Part(
                f"seat-{seat.number}", cell, f"{seat.number} {name}", press(seat.number),
                paint=_seat(seat.number, done, total), keys=(str(seat.number),), group="seats",
                selected=seat.number == now, radius=14, refusal=refusal(seat.number) if refusal else "",
            )
        )  # fmt: skip
    return found, box.x + 12 + len(here) * pitch


def turn_to(play: Play) -> Callable[[int], Press]:
    """What pressing a seat does where people take turns: the turn goes to it."""
    return lambda seat: play.doing(Turn(seat)) if play.run.turn != seat else lambda: None


def _seat(number: int, done: int, total: int) -> Callable[[pygame.Surface, Look, Part], None]:
    def draw(surface: pygame.Surface, look: Look, part: Part) -> None:
        if part.selected:
            paint.selected(surface, look, part.box, 14)
        x, y = part.box.centre
        draw_seat(surface, look, number, x, y - (14 if total else 0), 48)
        if total > _PIPS:
            draw_number(surface, look, f"{done} / {total}", x, part.box.bottom - 16, 20)
        elif total:
            draw_pips(surface, look, x, part.box.bottom - 18, done, total)

    return draw
