"""Parts of a form that are no boxes to write in: the frame of a gap, a person at the table, the place of one more."""

from dataclasses import KW_ONLY, dataclass

import pygame

from game.ui import paint
from game.ui.fonts import draw_text
from game.ui.icons import draw_icon
from game.ui.look import Box, Look
from game.ui.part import Part
from game.ui.pieces import draw_seat


class Gap(Part):
    """The place of something that is missing; what can fill it lies in it."""

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        paint.dashed(surface, look, self.box, look.radius("control"), "warning", 3, fill="warning_soft")


class Frame(Part):
    """A box that holds chips."""

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        frame(surface, look, self)


@dataclass(eq=False)
class Person(Part):
    """Somebody at the table, in the place of a box to write in."""

    _: KW_ONLY
    seat: int = 0

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        frame(surface, look, self)
        draw_seat(surface, look, self.seat, self.box.x + 36, self.box.centre[1], 36)
        room = Box(self.box.x + 66, self.box.y, self.box.w - 78, self.box.h)
        draw_text(surface, look, room, self.label, "body", valign="middle")


@dataclass(eq=False)
class Plus(Part):
    """A small dashed square for one more."""

    _: KW_ONLY
    icon: str = "plus"

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        fill = "sunken" if self.state.hover or self.state.pressed else None
        paint.dashed(surface, look, self.box, look.radius("chip"), fill=fill)
        draw_icon(surface, look, self.icon, *self.box.centre, 26)


def frame(surface: pygame.Surface, look: Look, part: Part) -> None:
    """The body of a control: raised, with an edge."""
    fill = "sunken" if part.active and (part.state.hover or part.state.pressed) else "raised"
    paint.plate(surface, look, part.box, fill, look.radius("control"), "edge", look.stroke("control"))
