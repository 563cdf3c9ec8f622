"""A word from each seat: a mat for every seat with its word on it, and a box where the word is being written."""

from collections.abc import Callable, Sequence
from dataclasses import KW_ONLY, dataclass

import pygame

from game.ui import paint
from game.ui.editing import Document
from game.ui.fonts import draw_lines, draw_text, fitting, line_height, text_height, width
from game.ui.look import Box, Look, Style
from game.ui.part import Part
from game.ui.pieces import draw_seat
from game.ui.scene import Next
from game.ui.scroll import ScrollArea
from game.ui.textbox import TextBox
from game.ui.wrap import wrap
from game.words import _

_GAP = 20.0
_NAME = Style(24, 30, 600)
_WORD = tuple(Style(size, round(size * 1.2), 500) for size in (40, 34, 30, 26, 24))
_PIECE = 56.0

Press = Callable[[], Next | None]


@dataclass(frozen=True)
class Mat:
    """A seat with what it has said (empty: nothing yet) and what it is writing."""

    seat: int
    name: str
    document: Document
    said: str
    passed: bool


@dataclass(eq=False)
class MatPart(Part):
    """A mat on the table. `said` is its word, `quiet` what stands there as long as there is none."""

    _: KW_ONLY
    seat: int = 0
    name_words: str = ""
    said: str = ""
    quiet: str = ""

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        box, r = self.box, look.radius("card")
        if self.selected:
            paint.selected(surface, look, box, r, "raised")
        elif self.said:
            paint.raised(surface, look, box, fill="sunken" if self.state.hover else "raised")
        else:
            paint.dashed(surface, look, box, r, fill="sunken" if self.state.hover else "surface")
        head = _head(look, box, self.name_words)
        draw_seat(surface, look, self.seat, box.x + 20 + _PIECE / 2, head.centre[1], _PIECE)
        draw_text(surface, look, head, self.name_words, _NAME, valign="middle")
        room = _room(head, box)
        if self.said:
            lines = fitting(look, self.said, list(_WORD), room.w, room.h) or wrap(look, self.said, _WORD[-1], room.w)
            draw_lines(surface, look, room, lines, valign="middle")
        elif self.quiet:
            draw_text(surface, look, room, self.quiet, "read", "ink_muted", valign="middle")


def _head(look: Look, box: Box, name: str) -> Box:
    """Where the name stands, beside the piece."""
    wide = box.w - 20 - _PIECE - 16 - 20
    high = max(_PIECE, text_height(look, name, _NAME, wide))
    return Box(box.x + 20 + _PIECE + 16, box.y + 18, wide, high)


def _room(head: Box, box: Box) -> Box:
    return Box(box.x + 24, head.bottom + 12, box.w - 48, box.bottom - 20 - head.bottom - 12)


def mats(
    look: Look, box: Box, seats: Sequence[Mat], active: int, press: Callable[[int], Press],
    typed: Callable[[str], None], enter: Press, hint: str,
) -> list[Part]:  # fmt: skip
    """The mats in two rows or more, as high as the words need."""
    columns = max(1, min(-(-len(seats) // 2), int((box.w + _GAP) / (300 * look.text_factor))))
    rows = -(-len(seats) // columns)
    wide = (box.w - _GAP * (columns - 1)) / columns
    high = (box.h - 12 - _GAP * (rows - 1)) / rows
    least = max(_height(look, mat, wide, mat.seat == active) for mat in seats)
    high = max(min(high, 300.0), least)
    area = ScrollArea("table.words", box.inset(-10, -10), _("A word from each"))
    found: list[Part] = []
    for place, mat in enumerate(seats):
        row, column = divmod(place, columns)
        cell = Box(box.x + column * (wide + _GAP), box.y + row * (high + _GAP), wide, high)
        writes = mat.seat == active
        quiet = "" if writes else _("Passed") if mat.passed else _("Waits for a turn")
        label = ". ".join(filter(None, (mat.name, mat.said or quiet)))
        found.append(
            MatPart(f"table.mat-{mat.seat}", cell, label, None if writes else press(mat.seat), seat=mat.seat,
                    name_words=mat.name, said="" if writes else mat.said, quiet=quiet, selected=writes, group="mats",
                    radius=look.radius("card"))
        )  # fmt: skip
        if writes:
            head = _head(look, cell, mat.name)
            side = look.control()
            place_box = Box(cell.x + 20, head.bottom + 14, cell.w - 40, side)
            shown = hint if width(look, hint, "body") <= place_box.w - 40 else ""
            found.append(
                TextBox(f"table.word-{mat.seat}", place_box, mat.name, document=mat.document, placeholder=shown,
                        on_change=typed, on_enter=enter, enter_sends=True)
            )  # fmt: skip
    area.content = rows * (high + _GAP) - _GAP + 20
    return area.around(found)


def _height(look: Look, mat: Mat, wide: float, writes: bool) -> float:
    head = _head(look, Box(0, 0, wide, 0), mat.name)
    if writes:
        return head.bottom + 14 + look.control() + 8 + 2 * line_height(look, "small") + 20
    said = mat.said or "A"
    return head.bottom + 12 + text_height(look, said, _WORD[-1], wide - 48) + 20
