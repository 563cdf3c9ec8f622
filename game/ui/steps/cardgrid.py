"""Things in equal cells, four in a row: by pages with a search where there are many."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

import pygame

from game.ui import paint
from game.ui.controls import Button, button_row, icon_button
from game.ui.editing import Document
from game.ui.fonts import draw_text, text_height, width
from game.ui.icons import draw_icon
from game.ui.inputs import Input, Key
from game.ui.look import Box, Look
from game.ui.papers import Words
from game.ui.part import Part
from game.ui.scene import Next
from game.ui.textbox import TextBox
from game.words import _

GAP = 20.0
_LEAST_WIDE = 280.0
_LEAST_HIGH = 270.0
_USUAL_WIDE = 333.0
_SEARCH = "table.search"


class Laid(NamedTuple):
    """Cells with the index of what lies in each, and the parts over them."""

    cells: list[tuple[int, Box]]
    over: list[Part]


class CardGrid:
    """Which page is shown, and what is searched for. `changed` is told when another search shows other cards."""

    def __init__(self, changed: Callable[[], None]) -> None:
        self.page = 0
        self.search = Document(lines=False)
        self._size = 1
        self._changed = changed

    def lay(
        self,
        look: Look,
        box: Box,
        titles: Sequence[str],
        found_in: Sequence[str] = (),
        blank: Button | None = None,
        least: float = _LEAST_HIGH,
    ) -> Laid:
        """Where things with these titles lie on the page at hand: an index and a cell each, and the parts to turn
        pages and to search with, if they do not all have room. `found_in` are longer words to search in. `blank` is
        what adds one more: it gets the next cell, or stands beside the search. No cell is lower than `least`, or than
        what that is where letters are larger and cells narrower.
        """
        columns = max(1, int((box.w + GAP) / (_LEAST_WIDE * look.text_factor + GAP)))
        cell = (box.w + GAP) / columns - GAP
        least *= look.text_factor**0.5 * max(1.0, _USUAL_WIDE / cell)
        rows = _rows(box, least)
        if len(titles) + bool(blank) <= columns * rows:
            self.search.text = ""
            cells = box.grid(columns, rows, GAP)
            over: list[Part] = []
            if blank is not None:
                over.append(BlankCell(blank.name, cells[len(titles)], blank.label, blank.press, radius=16))
            return Laid(list(enumerate(cells[: len(titles)])), over)
        bar, rest = box.cut_top(look.control(), GAP)
        rows = _rows(rest, least)
        wanted = self.search.value.casefold()
        shown = [i for i, words in enumerate(found_in or titles) if wanted in words.casefold()]
        size = self._size = columns * rows
        pages = max(1, -(-len(shown) // size))
        self.page = min(self.page, pages - 1)
        on_page = shown[self.page * size : (self.page + 1) * size]
        cells = rest.grid(columns, rows, GAP)
        return Laid(list(zip(on_page, cells, strict=False)), self._bar(look, bar, pages, blank))

    def show(self, place: int) -> None:
        """Turn to the page that the thing at this place is on."""
        self.search.text = ""
        self.page = place // self._size

    def on_input(self, given: Input) -> str:
        """Letters typed outside any text box go to the search; returns the part that is to have the focus."""
        typed = isinstance(given, Key) and not given.ctrl and not given.alt and len(given.name) == 1
        if isinstance(given, Key) and typed and given.name.isalpha():
            self.search.type(given.name)
            self.page = 0
            return _SEARCH
        return ""

    def _bar(self, look: Look, box: Box, pages: int, blank: Button | None) -> list[Part]:
        side = look.control("icon_button")
        count = f"{self.page + 1} / {pages}"
        wide = width(look, "00 / 00", "read_strong")
        right = box.right - side
        left = right - wide - side - 24
        search = box._replace(w=left - box.x - GAP)
        added = [] if blank is None else button_row(look, search.right, box.centre[1], [blank])
        if added:
            search = search._replace(w=added[0].box.x - GAP - search.x)
        return [
            TextBox(
                _SEARCH, search, _("Search"), document=self.search,
                placeholder=_("Search by a word"), on_change=self._searched,
            ),
            *added,
            icon_button("table.earlier", look, left, box.y, "chevron-left", _("Earlier cards"),
                        self._turn(-1) if self.page else None, "" if self.page else _("This is the first page."),
                        ("page up",), "pages"),
            Words("table.page", Box(left + side, box.y, wide + 24, box.h), count, style="read_strong", align="centre",
                  valign="middle", focusable=False),
            icon_button("table.later", look, right, box.y, "chevron-right", _("More cards"),
                        self._turn(1) if self.page + 1 < pages else None,
                        "" if self.page + 1 < pages else _("This is the last page."), ("page down",), "pages"),
        ]  # fmt: skip

    def _searched(self, _text: str) -> None:
        self.page = 0
        self._changed()

    def _turn(self, by: int) -> Callable[[], Next | None]:
        def turn() -> None:
            self.page += by

        return turn


class BlankCell(Part):
    """An empty place where one more may come: says what to do."""

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        hovered = self.state.hover or self.state.pressed
        paint.dashed(surface, look, self.box, self.radius, fill="sunken" if hovered else None)
        x, y = self.box.centre
        words = self.box.inset(24)
        high = text_height(look, self.label, "button", words.w)
        draw_icon(surface, look, "plus", x, y - high / 2 - 12, 40)
        draw_text(surface, look, Box(words.x, y - high / 2 + 24, words.w, high), self.label, "button", align="centre")


def _rows(box: Box, least: float) -> int:
    return max(1, int((box.h + GAP) / (least + GAP)))
