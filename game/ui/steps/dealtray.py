"""What lies in the tray of a deal step: the hand, a card to be read aloud, a laid card, or a blank one to write on."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import assert_never

import pygame

from game.engine.results import card_of
from game.engine.state import Item
from game.ui import cards
from game.ui.cards import CardFace
from game.ui.controls import icon_button, segments
from game.ui.editing import Document
from game.ui.faces import deck_tint, face_of, own_face
from game.ui.fonts import line_height, text_height
from game.ui.look import Box, Look, Style
from game.ui.papers import Words
from game.ui.part import Arrival, Part
from game.ui.scene import Next
from game.ui.scroll import ScrollArea
from game.ui.steps.cardparts import CardPart
from game.ui.steps.dealing import Dealing, Hand, Laid, Own, Press, Read, Take
from game.ui.steps.dealparts import FromHand, FromTable
from game.ui.textbox import TextBox
from game.words import _

_LIFT = 28.0
_LEAST_WIDE = 212.0
"""A card less wide than this is hard to read; a larger hand is shown in parts."""
_GAP = 24.0
_LARGE = cards.LARGE.size[0]
_HEADING = Style(30, 38, 700)
_NOWHERE = Box(0, 0, 0, 0)


def tray(look: Look, box: Box, dealing: Dealing, changed: Callable[[], None], wide: float) -> list[Part]:
    """What lies in the tray beside its words; a card of the hand is `wide` at most. `changed` is told of typing."""
    panel = box._replace(y=box.y + 24, h=box.h - 28)
    match dealing.mode:
        case Hand() | Take():
            return _hand(look, box, dealing, wide)
        case Read(card):
            return _reading(look, panel, dealing, card, changed)
        case Laid(item):
            return _looking(look, panel, dealing, dealing.play.state.item(item), changed)
        case Own():
            return _writing(look, panel, dealing, changed)
        case _:
            assert_never(dealing.mode)


# The hand


def card_height(look: Look, dealing: Dealing, wide: float) -> float:
    """How high a card of the hand is: it grows with the letters, and so that all cards have room for their texts."""
    high = cards.HAND.size[1] * look.text_factor
    smallest = replace(cards.HAND, titles=cards.HAND.titles[-1:], texts=cards.HAND.texts[-1:])
    faces = [face_of(dealing.play.texts, card) for card in dealing.hand]
    return max([high, *(cards.card_height(look, face, smallest, wide) for face in faces)])


def _hand(look: Look, box: Box, dealing: Dealing, wide: float) -> list[Part]:
    hand, texts = dealing.hand, dealing.play.texts
    if not hand:
        return _no_cards(look, box, dealing)
    high = card_height(look, dealing, wide)
    taking = isinstance(dealing.mode, Take)
    row = Box(box.x, box.bottom - high, box.w, high)
    found: list[Part] = []
    if (box.w + 12) / len(hand) - 12 < _LEAST_WIDE:
        side = look.control("icon_button")
        row = row._replace(w=row.w - side - 20)
        hand, turn = _page(look, Box(row.right + 20, row.centre[1] - side / 2, side, side), dealing, row.w, wide)
        found.append(turn)
    wide = min(wide, (row.w + 12) / len(hand) - 12)
    kind = replace(cards.HAND, size=(wide, high))
    if taking:
        words = _("Press the card of the hand that you give for it.")
        head = Box(box.x, box.y + 18, box.w, text_height(look, words, _HEADING, box.w))
        found.append(Words("dock.give", head, words, style=_HEADING, focusable=False))
    for place, (card, cell) in enumerate(zip(hand, cards.hand(row, len(hand), wide, wide + _GAP), strict=True)):
        up = card in dealing.kept and not taking
        face = face_of(texts, card)
        found.append(
            CardPart(
                f"dock.card-{card}", cell.moved(0, -_LIFT) if up else cell, face.title, _on_press(dealing, card),
                face=face, size=kind, selected=up, up=up, tag=_("Keep") if up else "", group="hand",
                drag=FromHand(card), drop=partial(_dropped, dealing, card), radius=look.radius("card"), glides=True,
                arrival=Arrival("rise", delay=30 * place),
            )
        )  # fmt: skip
    return found


def _page(look: Look, box: Box, dealing: Dealing, room: float, wide: float) -> tuple[tuple[str, ...], Part]:
    """The cards of a large hand that have room, and the button that turns to the next ones."""
    count = max(1, int((room + _GAP) / (wide + _GAP)))
    first = dealing.first if dealing.first < len(dealing.hand) else 0
    after = first + count if first + count < len(dealing.hand) else 0
    turn = partial(dealing.turn_hand, after)
    icon = "chevron-right" if after else "chevron-left"
    button = icon_button("dock.more-cards", look, box.x, box.y, icon, _("More cards"), turn)
    return dealing.hand[first : first + count], button


def _on_press(dealing: Dealing, card: str) -> Press:
    if isinstance(dealing.mode, Take):
        return partial(dealing.swap, card, dealing.mode.card)
    return partial(dealing.keep, card)


def _dropped(dealing: Dealing, card: str, carried: object) -> Press | None:
    if isinstance(carried, FromTable) and dealing.may_swap(card, carried.card):
        return partial(dealing.swap, card, carried.card)
    return None


def _no_cards(look: Look, box: Box, dealing: Dealing) -> list[Part]:
    texts = dealing.play.texts
    words = _("All cards of this hand have been played.")
    if not dealing.laid_by_hand:
        words = _("This hand has no cards yet.") if dealing.call() else _("The deck has been dealt out.")
    wide = cards.HAND.size[0]
    high = card_height(look, dealing, wide)
    back = Box(box.x, box.bottom - high, wide, high)
    tint, title = deck_tint(look, texts, dealing.deck), texts.deck_title(dealing.deck)

    def draw(surface: pygame.Surface, look: Look, part: Part) -> None:
        cards.draw_back(surface, look, part.box, tint, title)

    room = Box(back.right + 32, back.y, box.w - wide - 32, high)
    return [
        Part("dock.deck", back, title, paint=draw, focusable=False),
        Words("dock.none", room, words, style="title", valign="middle", focusable=False),
    ]


# One card


def item_face(dealing: Dealing, item: Item) -> CardFace:
    """The face of a laid card, or of one that people wrote, in the colour of the space where it lies."""
    card, title = card_of(item), dealing.play.title(item)
    return face_of(dealing.play.texts, card) if card else _blank_face(dealing, title, item.at[6:])


def _blank_face(dealing: Dealing, title: str, space: str) -> CardFace:
    board = dealing.play.texts.board
    place = board.spaces.get(space) if board else None
    if board is None or place is None:
        return own_face(dealing.play.texts, dealing.deck, title)
    ring = board.rings[place.ring].number
    return own_face(dealing.play.texts, dealing.deck, title, sector=place.sector, level=ring)


def _large(box: Box, face: CardFace) -> tuple[Part, Box]:
    """The card large at the left end of the box, and the room beside it."""
    place, room = box.cut_left(min(_LARGE, box.w * 0.4), _GAP)
    return CardPart("dock.card", place, face.title, face=face, size=cards.LARGE, focusable=False), room


def _why() -> str:
    return _("Why does this suit us?")


def _reading(look: Look, box: Box, dealing: Dealing, card: str, changed: Callable[[], None]) -> list[Part]:
    face = face_of(dealing.play.texts, card)
    large, room = _large(box, face)
    reason = _box("dock.reason", _why(), dealing.reason(card), dealing.lay_suggested, changed)
    written, y = _captioned(look, room, reason)
    more = _more(look, Box(room.x, y, room.w, box.bottom - y), dealing, card)
    return [large, *written, *more]


def _looking(look: Look, box: Box, dealing: Dealing, item: Item, changed: Callable[[], None]) -> list[Part]:
    card, chars = card_of(item), dealing.step.limits.chars
    large, room = _large(box, item_face(dealing, item))
    name: list[Part] = []
    y = room.y
    if not card:
        title = dealing.entries.box("dock.title", _NOWHERE, _("Its name"), item.id, "text", chars, lines=False)
        title.on_change = lambda _text: changed()
        name, y = _captioned(look, room, title, least=1)
    reason = dealing.entries.box("dock.reason", _NOWHERE, _why(), item.id, "reason", chars)
    reason.placeholder, reason.on_change = _("May be left empty"), lambda _text: changed()
    written, y = _captioned(look, room._replace(y=y), reason)
    rest = Box(room.x, y, room.w, box.bottom - y)
    return [large, *name, *written, *(_more(look, rest, dealing, card) if card else ())]


def _writing(look: Look, box: Box, dealing: Dealing, changed: Callable[[], None]) -> list[Part]:
    large, room = _large(box, _blank_face(dealing, dealing.title.value, dealing.own_space()))
    title = _box("dock.title", _("Its name"), dealing.title, dealing.to_why, changed)
    title.placeholder = ""
    name, y = _captioned(look, room, title, least=1)
    reason = _box("dock.reason", _why(), dealing.why, dealing.write_own, changed)
    written, y = _captioned(look, room._replace(y=y), reason, least=1)
    place = _place_choice(look, Box(room.x, y, room.w, 0), dealing) if dealing.on_board else []
    return [large, *name, *written, *place]


def _box(
    name: str, label: str, document: Document, on_enter: Callable[[], Next | None], changed: Callable[[], None]
) -> TextBox:
    return TextBox(
        name, _NOWHERE, label, document=document, on_enter=on_enter, enter_sends=True,
        on_change=lambda _text: changed(), placeholder=_("May be left empty"),
    )  # fmt: skip


def _captioned(look: Look, box: Box, part: TextBox, least: int = 2) -> tuple[list[Part], float]:
    """A text box with its label over it, at the top of a box; and where what comes after it begins."""
    head = text_height(look, part.label, "read_strong", box.w)
    high = TextBox.natural(look, part.document, box.w, part.style, least=least if part.document.lines else 1)
    most = max(look.target_min, line_height(look, part.style) * 4 + 2 * part.pad)
    part.box = Box(box.x, box.y + head + 6, box.w, min(high, most))
    under = 16 + part.room_under(look)
    words = Box(box.x, box.y, box.w, head)
    label = Words(f"{part.name}-label", words, part.label, style="read_strong", focusable=False)
    return [label, part], part.box.bottom + under


def _more(look: Look, box: Box, dealing: Dealing, card: str) -> list[Part]:
    """What the card says beside its text, such as how it goes or an example: one at a time, on demand."""
    play = dealing.play
    found = play.texts.cards[card]
    fields = play.texts.decks[found.deck].fields
    named = [name for name, text in found.more.items() if name in fields and text]
    options = [(name, play.say(fields[name].title) or name) for name in named]
    side = look.control()
    if not options or box.h < side:
        return []

    def show(name: str) -> None:
        dealing.shown_more = "" if dealing.shown_more == name else name

    shown = next((name for name, _title in options if name == dealing.shown_more), None)
    bar, rest = box.cut_top(side, 14)
    made = segments("dock.more", bar, look, options, shown, show)
    if shown is None or rest.h < line_height(look, "body"):
        return made
    words = play.say(found.more[shown])
    high = text_height(look, words, "body", rest.w - 16)
    area = ScrollArea("dock.more-area", rest, words, content=high)
    text = Words("dock.more-text", Box(rest.x, rest.y, rest.w - 16, high), words, style="body", focusable=False)
    return [*made, *area.around([text])]


def _place_choice(look: Look, box: Box, dealing: Dealing) -> list[Part]:
    """Sector and level of the blank card, each chosen from a row."""
    board = dealing.play.texts.board
    if board is None:
        return []
    side, say = look.control(), dealing.play.say
    sector, ring = dealing.place
    sectors = [(one.id, say(one.short_title)) for one in board.sectors.values()]
    rings = [(one.id, str(one.number)) for one in sorted(board.rings.values(), key=lambda ring: ring.number)]
    found = segments("dock.sector", box._replace(h=side), look, sectors, sector or None,
                     lambda new: dealing.choose_place(new, ring))  # fmt: skip
    low = Box(box.x, box.y + side + 12, box.w, side)
    wide = min(box.w * 0.5, len(rings) * 84.0)
    found += segments("dock.ring", low._replace(w=wide), look, rings, ring or None,
                      lambda new: dealing.choose_place(sector, new))  # fmt: skip
    words = say(board.rings[ring].title) if ring else _("Choose the level.")
    beside = Box(low.x + wide + 20, low.y, low.w - wide - 20, side)
    found.append(Words("dock.ring-title", beside, words, style="read", valign="middle", focusable=False))
    return found
