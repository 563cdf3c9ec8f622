"""What a place step is made of: tokens in the tray and in the air, the band of a sector, the paper of a reason."""

from collections.abc import Callable
from dataclasses import KW_ONLY, dataclass

import pygame

from game.ui import paint
from game.ui.controls import Button
from game.ui.fonts import draw_text
from game.ui.icons import draw_icon
from game.ui.look import Box, Look, Style
from game.ui.marks import draw_badge
from game.ui.part import Part
from game.ui.pieces import draw_seat, draw_token, draw_token_place

KIND = Style(26, 32, 700)
TRAY = 64.0
"""How large a token in the tray is."""


@dataclass(frozen=True, slots=True)
class Fresh:
    """A token that is carried from the tray."""

    value: str


@dataclass(frozen=True, slots=True)
class Laid:
    """A token that is carried from one space to another."""

    record: int


@dataclass(eq=False)
class TrayToken(Button):
    """A token in the tray, or the place that it has left."""

    _: KW_ONLY
    value: str = ""
    count: int = 1

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        x, y = self.box.centre
        if self.drag is None:
            draw_token_place(surface, look, self.value, x, y, TRAY)
            return
        draw_token(surface, look, self.value, x, y, TRAY, "rest", self.label)
        if self.count > 1:
            draw_badge(surface, look, self.count, x + TRAY * 0.4, y - TRAY * 0.4)


@dataclass(eq=False)
class Carrier(Button):
    """A button that picks a token up, wherever it lies; in the air it is the token."""

    _: KW_ONLY
    token: str = ""

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        if self.state.lifted:
            x, y = self.box.centre
            draw_token(surface, look, self.token, x, y, 52)
        else:
            super().draw(surface, look)


def note_paper(look: Look, value: str) -> str:
    """The tint of a reason's note: that of its token."""
    return f"{look.answer(value).role}_soft"


def sector_band(sector: str) -> Callable[[pygame.Surface, Look, Part], None]:
    def draw(surface: pygame.Surface, look: Look, part: Part) -> None:
        tint = look.kind(sector)
        paint.plate(surface, look, part.box, tint.fill, look.radius("control"), "edge" if look.contrast else None, 3)
        draw_icon(surface, look, tint.icon, part.box.x + 34, part.box.centre[1], 34, tint.on)
        words = Box(part.box.x + 62, part.box.y, part.box.w - 74, part.box.h)
        draw_text(surface, look, words, part.label, KIND, tint.on, valign="middle")

    return draw


def opened_note(value: str, seat: int | None, label: str, head: float) -> Callable[[pygame.Surface, Look, Part], None]:
    def draw(surface: pygame.Surface, look: Look, part: Part) -> None:
        box = part.box
        paint.raised(surface, look, box, 4, "card", note_paper(look, value), "ink", look.stroke("selected"))
        middle = box.y + 14 + head / 2
        draw_token(surface, look, value, box.x + 38, middle, 38)
        if seat is not None:
            draw_seat(surface, look, seat, box.right - 36, middle, 38)
        draw_text(surface, look, Box(box.x + 68, box.y + 14, box.w - 136, head), label, "read_strong", valign="middle")

    return draw


def tokens_row(tokens: list[str]) -> Callable[[pygame.Surface, Look, Part], None]:
    def draw(surface: pygame.Surface, look: Look, part: Part) -> None:
        x, y = part.box.centre
        pitch = min(84.0, part.box.w / max(len(tokens), 1))
        for place, token in enumerate(tokens):
            draw_token(surface, look, token, x + (place - (len(tokens) - 1) / 2) * pitch, y, 64)

    return draw
