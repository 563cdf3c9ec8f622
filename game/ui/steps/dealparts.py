"""What lies round the hand in a deal step: the swap table, the list of the cards on the board, the pin to carry."""

from collections.abc import Callable, Sequence
from dataclasses import KW_ONLY, dataclass, field
from functools import partial
from typing import NamedTuple

import pygame

from game.ui import cards, paint
from game.ui.controls import Button
from game.ui.faces import tint_of
from game.ui.fonts import draw_text, line_height, text_height
from game.ui.look import Box, Look, Style, Tint
from game.ui.papers import Picture, Sheet, Words
from game.ui.part import Part
from game.ui.play import Play
from game.ui.scene import Next
from game.ui.scroll import ScrollArea
from game.words import _, ngettext

_HEAD = Style(28, 36, 600)
_ROW = 45.0
_ROW_GAP = 8.0
_PIN_SMALL = (38.0, 40.0)

Press = Callable[[], Next | None]


@dataclass(frozen=True, slots=True)
class FromHand:
    """A card carried from a seat's hand."""

    card: str


@dataclass(frozen=True, slots=True)
class FromTable:
    """A card carried from those that lie open."""

    card: str


@dataclass(frozen=True, slots=True)
class FromBoard:
    """A laid card carried to another space."""

    item: int


class LaidCard(NamedTuple):
    """A row of the list: the number of its pin, its title and its colour."""

    item: int
    number: int
    title: str
    fill: pygame.Color


def laid_list(
    look: Look, box: Box, laid: Sequence[LaidCard], press: Callable[[int], Press], chosen: int
) -> list[Part]:
    """The cards on the board by number; a press looks at one."""
    inner = box.inset(20, 16)
    head = Box(inner.x, inner.y, inner.w, line_height(look, _HEAD) + 4)
    found: list[Part] = [
        Sheet("rail", box, focusable=False),
        Words("rail.title", head, _("On the board"), style=_HEAD, valign="middle", focusable=False),
        Words("rail.count", head, str(len(laid)), style=_HEAD, align="right", valign="middle", focusable=False),
    ]
    rest = Box(inner.x - 8, head.bottom, inner.w + 16, box.bottom - head.bottom - 12)
    if not laid:
        words = _("No cards yet. Keep a card, read it aloud and lay it on the board.")
        high = text_height(look, words, "read", inner.w)
        place = Box(inner.x, head.bottom + 12, inner.w, high)
        return [*found, Words("rail.none", place, words, style="read", role="ink_muted", focusable=False)]
    area = ScrollArea("rail.area", rest, _("On the board"))
    rows: list[Part] = []
    y = rest.y
    for card in laid:
        high = max(_ROW, text_height(look, card.title, "read", rest.w - 80) + 14)
        if look.scale < 1:
            high = max(high, look.target_min)
        rows.append(
            ListRow(f"rail.item-{card.item}", Box(rest.x, y, rest.w - 4, high), card.title, press(card.item), laid=card,
                    group="rail", selected=card.item == chosen, radius=10)
        )  # fmt: skip
        y += high
    area.content = y - rest.y
    return [*found, *area.around(rows)]


@dataclass(eq=False)
class ListRow(Part):
    """A laid card in the list."""

    _: KW_ONLY
    laid: LaidCard

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        if self.selected:
            paint.selected(surface, look, self.box, self.radius)
        elif self.state.hover or self.state.pressed:
            paint.plate(surface, look, self.box, "sunken", self.radius)
        y = self.box.centre[1]
        cards.draw_pin(surface, look, self.laid.number, self.box.x + 28, y, self.laid.fill, _PIN_SMALL, None)
        words = Box(self.box.x + 60, self.box.y, self.box.w - 68, self.box.h)
        draw_text(surface, look, words, self.label, "read", valign="middle")


def swap_table(
    look: Look,
    box: Box,
    play: Play,
    spare: Sequence[str],
    first: int,
    press: Callable[[str], Press],
    drop: Callable[[str, object], Press | None],
    turn_page: Callable[[int], Press],
    chosen: str = "",
) -> list[Part]:
    """The open cards as rows, from the one numbered `first`; under them how many more there are."""
    head = Box(box.x + 16, box.y + 14, box.w - 32, line_height(look, _HEAD) + 8)
    found: list[Part] = [
        Part("table.swap", box, _("Swap table"), paint=_well, focusable=False),
        Words("table.swap-title", head, _("Swap table"), style=_HEAD, valign="middle", focusable=False),
        Picture("table.swap-icon", Box(head.right - 30, head.centre[1] - 15, 30, 30), icon="swap", focusable=False),
    ]
    rest = Box(box.x + 16, head.bottom + 6, box.w - 32, box.bottom - head.bottom - 14)
    if not spare:
        words = _("Cards that are not kept come here.")
        none = Words("table.swap-none", rest.inset(0, 6), words, style="read", role="ink_muted", focusable=False)
        return [*found, none]
    shown, more = _that_fit(look, play, rest, spare, first)
    y = rest.y
    for card in shown:
        title = play.texts.card_title(card)
        high = cards.row_height(look, title, rest.w)
        found.append(
            SpareRow(f"table.spare-{card}", Box(rest.x, y, rest.w, high), title, press(card), drag=FromTable(card),
                     drop=partial(drop, card), group="swap", tint=tint_of(look, play.texts, card),
                     selected=card == chosen, radius=10)
        )  # fmt: skip
        y += high + _ROW_GAP
    if more or first:
        after = first + len(shown)
        words = ngettext("+ {n} more", "+ {n} more", more).format(n=more) if more else _("Back to the first")
        side = look.target_min
        place = Box(rest.x - 8, rest.bottom - side + 6, rest.w + 16, side)
        turn = turn_page(after if more else 0)
        found.append(Button("table.swap-more", place, words, turn, kind="quiet", spread=True))
    return found


def _that_fit(look: Look, play: Play, box: Box, spare: Sequence[str], first: int) -> tuple[list[str], int]:
    """The open cards that have room from the first on, and how many come after them."""
    heights = [cards.row_height(look, play.texts.card_title(card), box.w) + _ROW_GAP for card in spare]
    room = box.h + _ROW_GAP
    if first or sum(heights) > room:
        room -= look.target_min - 6
    shown: list[str] = []
    for card, high in zip(spare[first:], heights[first:], strict=True):
        if shown and high > room:
            break
        shown.append(card)
        room -= high
    return shown, len(spare) - first - len(shown)


@dataclass(eq=False)
class SpareRow(Part):
    """An open card as a row."""

    _: KW_ONLY
    tint: Tint

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        box = self.box.moved(0, paint.PRESSED_DOWN) if self.state.pressed else self.box
        shadow = None if self.state.pressed else "rest"
        cards.draw_row(surface, look, box, self.label, self.tint, shadow, self.selected)


def _well(surface: pygame.Surface, look: Look, part: Part) -> None:
    paint.well(surface, look, part.box, "sheet")


@dataclass(eq=False)
class PinHandle(Button):
    """The pin of a card that is about to be laid, among the buttons, to be carried to the board."""

    _: KW_ONLY
    number: int = 0
    fill: pygame.Color = field(default_factory=lambda: pygame.Color(0, 0, 0))

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        x, y = self.box.centre
        cards.draw_pin(surface, look, self.number, x, y, self.fill, (48, 57), "card")
