"""Dealing by hand: which cards of a paper deck came to whom."""

from collections.abc import Callable, Sequence
from functools import partial

import pygame

from game.engine.actions import Deal
from game.engine.dealing import left_in
from game.engine.definition import TABLE
from game.ui.cards import draw_tile
from game.ui.chance import deal_owed
from game.ui.controls import Button, Row, button_row
from game.ui.editing import Document
from game.ui.faces import tint_of
from game.ui.look import Box, Look, Style
from game.ui.papers import Ground, Sheet, Words
from game.ui.part import Part
from game.ui.pieces import draw_seat
from game.ui.play import Play
from game.ui.scene import Next, Pop, Scene
from game.ui.scroll import ScrollArea
from game.ui.textbox import TextBox
from game.words import _, ngettext

_TITLE = Style(34, 42, 600)
_MARGIN = 40.0
_GAP = 8.0
_WHO = 620.0


class HandDeal(Scene):
    """The draw that waits is answered with the cards that people name, or by chance after all."""

    first_focus = "search"

    def __init__(self, play: Play) -> None:
        """The session must owe a draw."""
        self.play = play
        owed = play.run.owed[0]
        self.deck, self.cards = owed.deck, owed.cards
        here = (TABLE, *(seat.number for seat in play.seats))
        self.hands: dict[int, list[str]] = {seat: [] for seat in owed.seats if seat in here}
        self.seat = next(iter(self.hands), TABLE)
        self.search = Document(lines=False)

    @property
    def action(self) -> Deal:
        """What has been named so far, as an answer to the draw."""
        return Deal(tuple((seat, tuple(cards)) for seat, cards in self.hands.items()))

    def parts(self, look: Look) -> Sequence[Part]:
        bar = look.control("primary") + 2 * 26
        top = Box(_MARGIN, 24, look.W - 2 * _MARGIN, 118)
        low = Box(_MARGIN, look.H - 24 - bar, look.W - 2 * _MARGIN, bar)
        middle = Box(_MARGIN, top.bottom + 16, top.w, low.y - top.bottom - 32)
        who, deck = middle.cut_left(min(_WHO, middle.w * 0.45), 24)
        return [
            Ground(look), *self._head(top), *self._hands(look, who), *self._deck(look, deck), *self._foot(look, low),
        ]  # fmt: skip

    def _head(self, box: Box) -> list[Part]:
        title = _("Deal by hand: {deck}").format(deck=self.play.texts.deck_title(self.deck))
        each = (
            ngettext("{n} card on the table.", "{n} cards on the table.", self.cards)
            if TABLE in self.hands
            else ngettext("{n} card for each.", "{n} cards for each.", self.cards)
        ).format(n=self.cards)
        line = each + " " + _("Choose whose cards they are, then the cards that came.")
        inner = box.inset(32, 18)
        return [
            Sheet("head", box, focusable=False),
            Words("title", inner._replace(h=44), title, style=_TITLE, focusable=False),
            Words("line", Box(inner.x, inner.y + 46, inner.w, 36), line, style="read", focusable=False),
        ]

    def _hands(self, look: Look, box: Box) -> list[Part]:
        area = ScrollArea("hands", box.inset(0, 12), _("Who gets the cards"))
        rows: list[Part] = []
        y = area.box.y
        for seat, cards in self.hands.items():
            count = f"{len(cards)} / {self.cards}"
            high = Row.height(look, self.play.seat_name(seat), (count,), box.w - 48)
            rows.append(
                Row(f"seat-{seat}", Box(box.x + 24, y, box.w - 48, high), self.play.seat_name(seat),
                    self._turn_to(seat), details=(count,), leading=_piece(seat), group="seats",
                    selected=seat == self.seat, keys=(str(seat),))
            )  # fmt: skip
            y += high + _GAP
            for card in cards:
                y = self._card(look, rows, Box(box.x + 84, y, box.w - 108, 0), card, f"out-{card}", self._take_back)
            y += _GAP
        area.content = y - area.box.y
        return [Sheet("who", box, focusable=False), *area.around(rows)]

    def _deck(self, look: Look, box: Box) -> list[Part]:
        search, rest = box.inset(24).cut_top(look.control(), 16)
        area = ScrollArea("deck", rest, _("Cards of the deck"))
        rows: list[Part] = []
        y = rest.y
        for card in self._found():
            y = self._card(look, rows, Box(rest.x + 4, y, rest.w - 24, 0), card, f"in-{card}", self._add)
        area.content = y - rest.y
        return [
            Sheet("cards", box, focusable=False),
            TextBox(
                "search", search, _("Search for a card"), document=self.search, placeholder=_("Search for a card"),
                on_change=lambda _text: self.changed(), on_enter=self._add_first,
            ),
            *area.around(rows),
        ]  # fmt: skip

    def _card(
        self, look: Look, rows: list[Part], box: Box, card: str, name: str, press: Callable[[str], Next | None]
    ) -> float:
        title = self.play.texts.card_title(card)
        high = Row.height(look, title, (), box.w)
        tint = tint_of(look, self.play.texts, card)
        rows.append(
            Row(name, box._replace(h=high), title, partial(press, card), group=name.partition("-")[0],
                leading=lambda surface, look, square: draw_tile(surface, look, square, tint))
        )  # fmt: skip
        return box.y + high + _GAP

    def _foot(self, look: Look, box: Box) -> list[Part]:
        row = [
            Button("chance", box, _("Let chance deal"), self._by_chance),
            Button("deal", box, _("Deal these cards"), self._deal, kind="primary", icon="check",
                   refusal=self.play.refusal(self.action)),
        ]  # fmt: skip
        return [Sheet("foot", box, focusable=False), *button_row(look, box.right - 24, box.centre[1], row)]

    def _found(self) -> list[str]:
        taken = {card for cards in self.hands.values() for card in cards}
        wanted = self.search.value.casefold()
        return [
            card
            for card in left_in(self.play.game, self.play.state, self.deck)
            if card not in taken and wanted in self.play.texts.card_title(card).casefold()
        ]

    # What presses do

    def _turn_to(self, seat: int) -> Callable[[], Next | None]:
        def turn() -> None:
            self.seat = seat

        return turn

    def _add(self, card: str) -> None:
        """The card goes to the seat in hand, and the next seat that lacks cards is up when that one has enough."""
        self.hands[self.seat].append(card)
        self.search.text = ""
        if len(self.hands[self.seat]) >= self.cards:
            self.seat = next((seat for seat, cards in self.hands.items() if len(cards) < self.cards), self.seat)

    def _add_first(self) -> None:
        found = self._found()
        if found and len(self.hands[self.seat]) < self.cards:
            self._add(found[0])

    def _take_back(self, card: str) -> None:
        for seat, cards in self.hands.items():
            if card in cards:
                cards.remove(card)
                self.seat = seat

    def _deal(self) -> Next | None:
        return self.play.do(self.action) or Pop()

    def _by_chance(self) -> Next | None:
        deal_owed(self.play)
        return Pop()


def _piece(seat: int) -> Callable[[pygame.Surface, Look, Box], None]:
    def draw(surface: pygame.Surface, look: Look, square: Box) -> None:
        x, y = square.centre
        draw_seat(surface, look, seat, x, y, 44)

    return draw
