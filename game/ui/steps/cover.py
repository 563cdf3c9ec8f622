"""While no ballot is open: the folded ones on the table, and the places of those to come."""

from collections.abc import Callable, Collection

import pygame

from game.ui.fonts import draw_lines, fitting
from game.ui.look import Box, Look
from game.ui.notes import draw_folded, draw_place
from game.ui.papers import Sheet
from game.ui.part import Part
from game.ui.pieces import draw_seat
from game.ui.play import Play
from game.ui.wrap import wrap
from game.words import _

_PAPER = (216.0, 124.0)


def cover(look: Look, box: Box, play: Play, done: Collection[int]) -> list[Part]:
    """A folded paper for each seat that has voted, with its piece and name under it; an empty place for the others."""
    here = play.seats
    columns = min(4, max(len(here), 1)) if len(here) != 6 else 3
    rows = -(-len(here) // columns)
    area = box.centred(min(box.w - 64, columns * 330.0), min(box.h - 48, rows * 300.0))
    found: list[Part] = [Sheet("table", box, focusable=False)]
    for seat, cell in zip(here, area.grid(columns, rows, 20), strict=False):
        name = play.seat_name(seat.number)
        folded = seat.number in done
        label = f"{name}: {_('folded') if folded else _('waits')}"
        found.append(Part(f"table.folded-{seat.number}", cell, label, paint=_paper(seat.number, name, folded),
                          focusable=False))  # fmt: skip
    return found


def _paper(seat: int, name: str, folded: bool) -> Callable[[pygame.Surface, Look, Part], None]:
    def draw(surface: pygame.Surface, look: Look, part: Part) -> None:
        box = part.box
        wide = min(_PAPER[0], box.w - 8)
        high = wide * _PAPER[1] / _PAPER[0]
        paper = Box(box.x + (box.w - wide) / 2, box.y + max(0.0, (box.h - high - 76) / 2), wide, high)
        if folded:
            draw_folded(surface, look, paper, "raised", "card")
        else:
            draw_place(surface, look, paper)
        under = Box(box.x, paper.bottom + 10, box.w, box.bottom - paper.bottom - 10)
        draw_seat(surface, look, seat, paper.x + 23, under.y + 28, 46)
        room = under.cut_left(paper.x - box.x + 60)[1]
        styles = [look.style(style) for style in ("read_strong", "small")]
        lines = fitting(look, name, styles, room.w, room.h) or wrap(look, name, "small", room.w)
        draw_lines(surface, look, room._replace(h=max(56.0, lines.height)), lines, valign="middle")

    return draw
