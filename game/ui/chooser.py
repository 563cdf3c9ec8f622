"""A list to choose from, with a box to search in and, where that is meant, a way to write something of one's own."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

import pygame

from game.ui.controls import Button, Row, icon_button
from game.ui.editing import Document
from game.ui.fonts import text_height
from game.ui.inputs import Input, Key
from game.ui.look import Box, Look, Style
from game.ui.papers import Sheet, Words
from game.ui.part import Part
from game.ui.pieces import draw_seat
from game.ui.scene import Next, Pop, Scene
from game.ui.scroll import ScrollArea
from game.ui.textbox import TextBox
from game.words import _

_TITLE = Style(34, 42, 600)
_PAD = 32.0


@dataclass(frozen=True, slots=True)
class Choice:
    """One line: what it leaves, its words, and an icon or a seat's piece before them."""

    value: str
    label: str
    icon: str = ""
    seat: int = 0


class Chooser(Scene):
    """Leaves the value of the line that is pressed, or what was written; None if it is closed."""

    over = True
    first_focus = "search"

    def __init__(self, title: str, choices: Sequence[Choice], *, own: str = "", chars: int = 280) -> None:
        """`own` is what the button says that takes what was written as it is; without it only lines can be chosen."""
        self.title, self.choices, self.own = title, tuple(choices), own
        self.search = Document("", limit=chars, lines=False)

    def parts(self, look: Look) -> Sequence[Part]:
        side = look.control()
        sheet = look.box.centred(min(900.0, look.W - 80), min(860.0, look.H - 48))
        inner = sheet.inset(_PAD)
        title = text_height(look, self.title, _TITLE, inner.w - side - 16)
        head = Box(inner.x, inner.y, inner.w - side - 16, max(side, title))
        found: list[Part] = [
            Sheet("chooser", sheet, fill="raised", shadow="lifted", solid=True, focusable=False),
            Words("chooser-title", head, self.title, style=_TITLE, valign="middle", focusable=False),
            icon_button("close", look, inner.right - side, inner.y, "close", _("Close"), lambda: Pop(),
                        keys=("escape",)),
        ]  # fmt: skip
        y = head.bottom + 16
        wide = Button.natural(look, self.own)[0] + 12 if self.own else 0.0
        hint = _("Search, or write your own") if self.own else _("Search")
        search = TextBox(
            "search", Box(inner.x, y, inner.w - wide, side), hint, document=self.search, placeholder=hint,
            on_change=self._searched, on_enter=self._entered, enter_sends=True,
        )  # fmt: skip
        found.append(search)
        if self.own:
            place = Box(inner.right - wide + 12, y, wide - 12, side)
            found.append(Button("own", place, self.own, self._own, refusal=self._refusal()))
        y += side + max(20.0, search.room_under(look) + 12)
        area = ScrollArea("choices", Box(inner.x, y, inner.w, inner.bottom - y), self.title)
        rows: list[Part] = []
        at = y
        for choice in self._found():
            high = max(look.target_min, Row.height(look, choice.label, (), inner.w - 16))
            rows.append(
                Row(f"choice-{choice.value}", Box(inner.x, at, inner.w - 16, high), choice.label,
                    partial(self._take, choice.value), icon=choice.icon, edge=False, group="choices",
                    leading=_piece(choice.seat) if choice.seat else None)
            )  # fmt: skip
            at += high + 6
        if not rows:
            words = _("Nothing of that name.")
            rows.append(Words("none", Box(inner.x, at, inner.w, 40), words, style="read", role="ink_muted",
                              focusable=False))  # fmt: skip
            at += 40
        area.content = at - y
        return [*found, *area.around(rows)]

    def _found(self) -> list[Choice]:
        words = self.search.text.lower().split()
        return [choice for choice in self.choices if all(word in choice.label.lower() for word in words)]

    def _searched(self, _text: str) -> None:
        self.changed()

    def _entered(self) -> Next | None:
        found = self._found()
        if len(found) == 1 or (found and not self.own):
            return Pop(found[0].value)
        return self._own()

    def _refusal(self) -> str:
        """Why what is written cannot be taken as it is."""
        if self.search.over:
            return _("The text is too long. Make it shorter first.")
        return "" if self.search.value else _("Write something first.")

    def _own(self) -> Next | None:
        return Pop(self.search.value) if self.own and not self._refusal() else None

    def _take(self, value: str) -> Next | None:
        return Pop(value)

    def on_input(self, given: Input) -> Next | None:
        return Pop() if isinstance(given, Key) and given.chord == "escape" else None


def _piece(seat: int) -> Callable[[pygame.Surface, Look, Box], None]:
    def draw(surface: pygame.Surface, look: Look, box: Box) -> None:
        draw_seat(surface, look, seat, *box.centre, 44)

    return draw
