"""Cards that can be pressed, kept and carried."""

from dataclasses import KW_ONLY, dataclass, field

import pygame

from game.ui import cards, paint
from game.ui.cards import CardFace, CardSize
from game.ui.look import Box, Look
from game.ui.part import Part
from game.ui.pieces import draw_seat

PIECE = 38.0


@dataclass(eq=False)
class CardPart(Part):
    """A card on the table. `seats` are the pieces on its lower edge, `tag` says above it what it is now.

    `foot_room` is kept free at its lower end, for a part that lies there.
    """

    _: KW_ONLY
    face: CardFace
    size: CardSize = field(default=cards.GRID)
    seats: tuple[int, ...] = ()
    tag: str = ""
    tag_icon: str = "check"
    up: bool = False
    """Lies higher than the others, with a longer shadow."""
    foot_room: float = 0.0

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        box = self.box.moved(0, paint.PRESSED_DOWN) if self.state.pressed else self.box
        radius = look.radius("card")
        if not self.state.pressed:
            paint.shadow(surface, look, box, "lifted" if self.up else "card", radius)
        if self.foot_room:
            paint.plate(surface, look, box, "raised", radius, "edge" if look.contrast else None, 3)
        top = box._replace(h=box.h - self.foot_room)
        cards.draw_card(surface, look, top, self.face, self.size, self.selected and not self.foot_room, None)
        if self.foot_room and self.selected:
            paint.outline(surface, look, box, radius, "primary", look.stroke("selected"))
        if self.tag:
            cards.draw_tag(surface, look, box.centre[0], box.y - 16, self.tag, self.tag_icon)
        _pieces(surface, look, box, self.seats)


def _pieces(surface: pygame.Surface, look: Look, box: Box, seats: tuple[int, ...]) -> None:
    """Seats' pieces on the lower edge of a box, from the right, closer together when there are many."""
    if not seats:
        return
    room = box.w - PIECE - 32
    pitch = min(PIECE + 6, room / max(len(seats) - 1, 1))
    left = box.right - 16 - PIECE / 2 - pitch * (len(seats) - 1)
    for place, seat in enumerate(seats):
        draw_seat(surface, look, seat, left + place * pitch, box.bottom - 2, PIECE)
