"""The screen of a deal step: a hand to keep cards from, open cards to swap with, and the board to lay them on."""

from collections.abc import Callable
from functools import partial

import pygame

from game.engine.definition import Deal
from game.engine.results import card_of
from game.ui import cards, paint
from game.ui.board import Spot
from game.ui.controls import icon_button
from game.ui.faces import deck_tint, tint_of
from game.ui.look import Box, Look
from game.ui.papers import Sheet, Words
from game.ui.part import Arrival, Part
from game.ui.play import Play
from game.ui.scene import Next
from game.ui.steps.boardview import BoardView, PinPart, piece_outline
from game.ui.steps.cardparts import CardPart
from game.ui.steps.dealcolumn import COLUMN, column, column_height, row, row_height
from game.ui.steps.dealing import Dealing, Laid, Own, Read, Take
from game.ui.steps.dealparts import FromBoard, FromHand, LaidCard, laid_list, swap_table
from game.ui.steps.dealtray import card_height, item_face, tray
from game.ui.steps.view import Areas, StepView
from game.words import _

_TRAY = 420.0
_SWAP = 320.0
_NARROW = 1700.0
"""A window less wide than this has the tray's words over the hand instead of beside it, and narrower cards."""
_NARROW_CARD, _NARROW_RAIL, _NARROW_SWAP = 232.0, 360.0, 272.0
_PIN = (44.0, 52.0)
_LEAST_TABLE = 240.0


class DealView(StepView):
    """Shows a deal step."""

    script_button = "own"

    def __init__(self, play: Play, step: Deal, open_script: Callable[[], Next | None]) -> None:
        super().__init__(play, step, open_script)
        self.step: Deal = step
        self.dealing = Dealing(play, step, self._focus)
        self.page = 0
        """The open card that the swap table begins with."""

    def _focus(self, name: str) -> None:
        self.wanted_focus = name

    def _changed(self) -> None:
        self.stale = True

    def layout(self, look: Look, areas: Areas) -> Areas:
        self.dealing.refresh()
        wide = cards.HAND.size[0] if look.W >= _NARROW else _NARROW_CARD
        high = _TRAY - cards.HAND.size[1] + card_height(look, self.dealing, wide)
        if look.W >= _NARROW:
            high = max(high, column_height(look, self.dealing))
        else:
            high += row_height(look, self.dealing) - 20
        high = min(high, look.H - 24 - areas.table.y - 20 - _LEAST_TABLE)
        dock = Box(areas.dock.x, look.H - 24 - high, areas.dock.w, high)
        low = dock.y - 20
        table = Box(areas.table.x, areas.table.y, dock.right - areas.table.x, low - areas.table.y)
        if areas.rail is None:
            return Areas(table, None, dock)
        rail, table = table.cut_right(areas.rail.w if look.W >= _NARROW else _NARROW_RAIL, 16)
        return Areas(table, rail, dock)

    # The table

    def table(self, look: Look, box: Box) -> list[Part]:
        swap: list[Part] = []
        if self.step.swap:
            place, box = box.cut_right(_SWAP if look.W >= _NARROW else _NARROW_SWAP, 16)
            swap = self._swap_table(look, place)
        side = look.control("icon_button")
        script = icon_button("script-open", look, box.right - 24 - side, box.y + 20, "facilitator",
                             _("Facilitator’s guide"), self.open_script, keys=("f2",))  # fmt: skip
        if not self.dealing.on_board:
            return [*self._on_table(look, box), script, *swap]
        view = BoardView(look, box, self.play, marks=False, corner=side + 24)
        return [
            view.sheet,
            *self._aim(look, view),
            *view.spaces(self._space_press, self._drop),
            *self._pins(look, view),
            script,
            *swap,
        ]

    def _swap_table(self, look: Look, box: Box) -> list[Part]:
        dealing, spare = self.dealing, self.play.run.spare
        self.page = self.page if self.page < len(spare) else 0
        chosen = dealing.mode.card if isinstance(dealing.mode, Take) else ""

        def drop(card: str, carried: object) -> Callable[[], Next | None] | None:
            if isinstance(carried, FromHand) and dealing.may_swap(carried.card, card):
                return partial(dealing.swap, carried.card, card)
            return None

        def turn(first: int) -> Callable[[], Next | None]:
            return partial(self._turn_page, first)

        return swap_table(
            look, box, self.play, spare, self.page, lambda card: partial(dealing.take, card), drop, turn, chosen
        )

    def _turn_page(self, first: int) -> Next | None:
        self.page = first
        return None

    def _space_press(self, space: str) -> Callable[[], Next | None] | None:
        """What a press on a space does: it lays the card that is read, or chooses the place of the blank one."""
        dealing = self.dealing
        match dealing.mode:
            case Read(card) if dealing.may_lay_on(card, space):
                return partial(dealing.lay, card, space)
            case Own():
                return partial(dealing.choose_space, space)
            case Laid(item):
                return dealing.move_to(item, space)
            case _:
                return None

    def _drop(self, space: str, carried: object) -> Callable[[], Next | None] | None:
        match carried:
            case FromHand(card) if self.dealing.may_lay_on(card, space):
                return partial(self.dealing.lay, card, space)
            case FromBoard(item):
                return self.dealing.move_to(item, space)
            case _:
                return None

    def _aim(self, look: Look, view: BoardView) -> list[Part]:
        """The place where the card would go with one press."""
        space = self.dealing.suggested()
        if not space:
            return []
        spots = self._spots(view, space)
        box = Box(spots[-1].x, spots[-1].y, 0, 0).centred(*_PIN)
        free = spots[-1].pile == 1

        def draw(surface: pygame.Surface, look: Look, part: Part) -> None:
            view.board.draw_space_outline(surface, space)
            if free:
                paint.dashed(surface, look, part.box, 9, "primary", 3, "primary_soft")

        return [Part("table.aim", box, self.play.texts.space_title(space), paint=draw, focusable=False)]

    def _spots(self, view: BoardView, space: str) -> list[Spot]:
        """Where the cards of a space stand, with one more where the card that is read would go."""
        here = sum(1 for item in self.dealing.laid if item.at == f"space:{space}")
        if space == self.dealing.suggested():
            spots = view.spots(space, here + 1, *_PIN)
            if spots[-1].pile == 1:
                return spots
        return view.spots(space, max(here, 1), *_PIN)

    def _pins(self, look: Look, view: BoardView) -> list[Part]:
        numbers = {card.item: card for card in self._numbered(look)}
        every = self.dealing.laid
        found: list[Part] = []
        for space in dict.fromkeys(item.at[6:] for item in every if item.at):
            here = [item for item in every if item.at == f"space:{space}"]
            for place, spot in enumerate(self._spots(view, space)[: len(here)]):
                item = here[place] if spot.pile == 1 else here[-1]
                card = numbers[item.id]
                part = PinPart(
                    f"table.pin-{item.id}", Box(spot.x, spot.y, 0, 0).centred(*_PIN), f"{card.number} {card.title}",
                    partial(self.dealing.look_at, item.id), drag=FromBoard(item.id), drop=partial(self._drop, space),
                    group="pins", number=card.number, fill=card.fill, pile=spot.pile, radius=9, glides=True,
                    selected=self.dealing.mode == Laid(item.id), arrival=Arrival("rise"),
                )  # fmt: skip
                part.outline = piece_outline(part)
                found.append(part)
        return found

    def _numbered(self, look: Look) -> list[LaidCard]:
        """The laid cards in the order of play, each with the number of its pin."""
        texts = self.play.texts
        found = []
        for number, item in enumerate(self.dealing.laid, 1):
            card = card_of(item)
            space = texts.board.spaces.get(item.at[6:]) if texts.board else None
            tint = tint_of(look, texts, card) if card else look.kind(space.sector) if space else None
            fill = (tint or deck_tint(look, texts, self.dealing.deck)).fill
            found.append(LaidCard(item.id, number, self.play.title(item), fill))
        return found

    def _on_table(self, look: Look, box: Box) -> list[Part]:
        """Without a board the laid cards lie side by side on the table."""
        sheet = Sheet("table", box, focusable=False)
        inner = box.inset(24)
        laid = self.dealing.laid
        if not laid:
            words = self.play.say(self.text.prompt)
            room = inner.cut_right(look.control("icon_button") + 16)[1]
            return [sheet, Words("table.prompt", room, words, style="title", focusable=False)]
        wide, high = cards.HAND.size
        high = min(high, inner.h)
        places = cards.hand(inner._replace(h=high), len(laid), wide)
        found: list[Part] = [sheet]
        for item, place in zip(laid, places, strict=True):
            face = item_face(self.dealing, item)
            seats = (item.seat,) if item.seat else ()
            found.append(
                CardPart(f"table.item-{item.id}", place, self.play.title(item),
                         partial(self.dealing.look_at, item.id), face=face, size=cards.HAND, group="pins",
                         radius=look.radius("card"), seats=seats, selected=self.dealing.mode == Laid(item.id))
            )  # fmt: skip
        return found

    # The rail and the tray

    def rail(self, look: Look, box: Box) -> list[Part]:
        chosen = self.dealing.mode.item if isinstance(self.dealing.mode, Laid) else -1
        return laid_list(look, box, self._numbered(look), lambda item: partial(self.dealing.look_at, item), chosen)

    def dock(self, look: Look, box: Box) -> list[Part]:
        if look.W >= _NARROW:
            words, buttons = column(look, box, self.dealing)
            content = Box(box.x + COLUMN, box.y, box.w - COLUMN - 40, box.h - 20)
            lying = tray(look, content, self.dealing, self._changed, cards.HAND.size[0])
        else:
            words, buttons = row(look, box, self.dealing)
            head = row_height(look, self.dealing) - 20
            content = Box(box.x + 24, box.y + head, box.w - 48, box.h - head - 20)
            lying = tray(look, content, self.dealing, self._changed, _NARROW_CARD)
        return [Sheet("dock", box, solid=True, focusable=False), *words, *lying, *buttons]

    # Time

    def tick(self, now: float) -> Next | None:
        if self.dealing.entries.tick():
            self.stale = True
        return None

    def drafts(self) -> dict[str, str]:
        return self.dealing.drafts()

    def leave(self) -> Next | None:
        return self.dealing.entries.commit()
