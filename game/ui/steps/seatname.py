"""The dialog in which a seat gets its name and role."""

from collections.abc import Sequence

import pygame

from game.engine.actions import Sit
from game.engine.flow import NAME_CHARS
from game.ui.controls import Button, button_row
from game.ui.editing import Document
from game.ui.fonts import line_height
from game.ui.look import Box, Look, Style
from game.ui.papers import Sheet, Words
from game.ui.part import Part
from game.ui.pieces import draw_seat
from game.ui.play import Play, shape_name
from game.ui.scene import Next, Pop, Scene
from game.ui.textbox import TextBox
from game.words import _

_TITLE = Style(34, 42, 600)
_WIDTH = 760.0
_PAD = 32.0


class SeatName(Scene):
    """Who sits here: a nickname and a role, either of which may be empty."""

    over = True
    first_focus = "name"

    def __init__(self, play: Play, seat: int) -> None:
        self.play, self.seat = play, seat
        known = next(taken for taken in play.seats if taken.number == seat)
        self.name = Document(known.name, limit=NAME_CHARS, lines=False)
        self.role = Document(known.role, limit=NAME_CHARS, lines=False)

    def parts(self, look: Look) -> Sequence[Part]:
        caption, field = line_height(look, "read_strong") + 8, look.control()
        under = line_height(look, "small") + 20
        row = look.control("primary")
        high = 2 * _PAD + 72 + 2 * (caption + field + under) + row
        box = look.box.centred(_WIDTH, high)
        inner = box.inset(_PAD)
        found: list[Part] = [
            Part("scrim", look.box, focusable=False, solid=True),
            Sheet("seat", box, fill="raised", shadow="lifted", solid=True, focusable=False),
            Part("seat.piece", Box(inner.x, inner.y, 56, 56), focusable=False, paint=self._piece),
            Words("seat.title", Box(inner.x + 76, inner.y, inner.w - 76, 56), shape_name(self.seat), style=_TITLE,
                  valign="middle", focusable=False),
        ]  # fmt: skip
        y = inner.y + 72
        fields = (("name", _("Name or nickname"), self.name), ("role", _("Role at this table"), self.role))
        for name, label, document in fields:
            found.append(
                Words(f"{name}.caption", Box(inner.x, y, inner.w, caption), label, style="read_strong", focusable=False)
            )
            place = Box(inner.x, y + caption, inner.w, field)
            found.append(
                TextBox(name, place, label, document=document, on_enter=self._to_role if name == "name" else self._save)
            )
            y += caption + field + under
        buttons = [
            Button("cancel", box, _("Leave as it was"), lambda: Pop(), keys=("escape",)),
            Button("save", box, _("Save the name"), self._save, kind="primary", icon="check"),
        ]
        return [*found, *button_row(look, inner.right, inner.bottom - row / 2, buttons)]

    def _piece(self, surface: pygame.Surface, look: Look, part: Part) -> None:
        x, y = part.box.centre
        draw_seat(surface, look, self.seat, x, y, 56)

    def _to_role(self) -> Next | None:
        self.focus_on("role")
        return None

    def _save(self) -> Next | None:
        action = Sit(self.seat, self.name.value, self.role.value)
        known = next(taken for taken in self.play.seats if taken.number == self.seat)
        if (known.name, known.role) == (action.name, action.role):
            return Pop()
        return self.play.do(action) or Pop()
