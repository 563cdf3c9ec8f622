"""What each step has brought, as a small card: by the kind of the step, for any game."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, assert_never

import pygame

from game.engine.definition import Brief, Choose, Commit, Deal, Group, Place, Reflect, Step, Vote, Write
from game.engine.results import items, judgements, results, sheet, spent
from game.engine.state import Item
from game.ui import paint
from game.ui.cards import draw_tile
from game.ui.faces import deck_tint, tint_of
from game.ui.fonts import draw_line, draw_text, line_height, text_height, width
from game.ui.look import Box, Look, Style, Tint
from game.ui.marks import draw_effort, draw_numbered
from game.ui.part import Part
from game.ui.pieces import draw_token
from game.ui.play import Play
from game.ui.scene import Next
from game.ui.steps.slips import paper
from game.words import _, ngettext

Draw = Callable[[pygame.Surface, Look, Box], None]

_TITLE = Style(26, 32, 600)
_COUNT = Style(28, 34, 700, tabular=True)
_PAD = 18.0
_DISC = 44.0
_HEAD = 14 + _DISC + 8
_TILE = 38.0
_SQUARE, _SQUARE_GAP = 26.0, 7.0
_FEW = 6
"""So many notes stand in words; more are shown as so many little notes."""
_TOLD_EFFORT = 20
_LONG = 80.0


class Row(NamedTuple):
    """One line of a card or several that belong together: how high, what it says, how it is drawn in its box.

    `stays`: it is a picture of the whole, which is never left out for want of room.
    """

    height: float
    words: str
    draw: Draw
    stays: bool = False


class Told(NamedTuple):
    """A step's number, name and count, and rows for what it has brought."""

    step: str
    number: int
    title: str
    total: str
    rows: tuple[Row, ...]


def told(look: Look, play: Play, step_id: str, wide: float) -> Told:
    """What a step has brought, in rows as wide as given."""
    step = play.game.step[step_id]
    number = play.state.order.index(step_id) + 1
    title = play.say(play.texts.steps[step_id].short_title)
    run = play.state.runs.get(step_id)
    if step_id in play.state.skipped or run is None or not run.drawn:
        return Told(step_id, number, title, "", (_text(look, _("Left out"), wide, "ink_muted"),))
    count, rows = _brought(look, play, step, wide)
    if not rows and count in ("", "0"):
        rows = [_text(look, _("Nothing yet"), wide, "ink_muted")]
    return Told(step_id, number, title, "" if count == "0" else count, tuple(rows))


def _brought(look: Look, play: Play, step: Step, wide: float) -> tuple[str, list[Row]]:
    match step:
        case Brief():
            return "", [_text(look, _people(play), wide), *_fields(look, play, step, wide)]
        case Choose():
            name = play.pinned()[0]
            chosen = [item for item in _seen(play, results(play.game, play.state, step.id)) if play.title(item) != name]
            rows = [_named(look, play, step, item, wide) for item in chosen]
            return "", [*rows, *_fields(look, play, step, wide)]
        case Place():
            return "", _tokens(look, play, step, wide)
        case Deal():
            laid = _seen(play, items(play.state, step.id, step.makes))
            return str(len(laid)), [_named(look, play, step, item, wide) for item in laid]
        case Write():
            notes = _seen(play, items(play.state, step.id))
            if len(notes) <= _FEW:
                return str(len(notes)), [_text(look, play.title(item), wide) for item in notes]
            return str(len(notes)), [_squares(notes, wide)]
        case Group():
            groups = _seen(play, results(play.game, play.state, step.id))
            return str(len(groups)), [_text(look, play.title(item) or _("Without a name"), wide) for item in groups]
        case Vote():
            chosen = _seen(play, results(play.game, play.state, step.id))
            if step.budget is not None:
                used = spent(play.game, play.state, step, step.budget)
                return str(len(chosen)), _effort(look, used, step.budget.points, wide)
            return str(len(chosen)), [_text(look, play.title(item), wide) for item in chosen]
        case Commit():
            made = results(play.game, play.state, step.id)
            return str(len(made)), [_text(look, play.title(item) or _("Without a name"), wide) for item in made]
        case Reflect():
            words = [play.title(item) for item in _seen(play, items(play.state, step.id, step.makes))]
            said = [_text(look, f"”{', '.join(words)}”", wide)] if words else []
            return "", [*_fields(look, play, step, wide), *said]
        case _:
            assert_never(step)


def _seen(play: Play, found: Iterable[Item]) -> list[Item]:
    hidden = play.hidden()
    return [item for item in found if item.id not in hidden and item.kind != "parked"]


def _people(play: Play) -> str:
    seats = play.state.seats
    said = ngettext("{n} player", "{n} players", len(seats)).format(n=len(seats))
    roles = len({seat.role for seat in seats if seat.role})
    more = ngettext("{n} role", "{n} roles", roles).format(n=roles)
    return f"{said}, {more}" if roles else said


def _fields(look: Look, play: Play, step: Step, wide: float) -> list[Row]:
    """What the step's own sheet says, without what is pinned over the table anyway."""
    own = sheet(play.state, step.id)
    if own is None:
        return []
    pin = play.texts.pin
    pinned = {(source.step, source.part) for source in (pin.name, pin.question, *pin.decides) if source}
    texts = play.texts.steps[step.id].fields
    rows = []
    for field in step.fields:
        value = own.fields.get(field.id, "")
        if value not in ("", ()) and (step.id, field.id) not in pinned:
            label = play.say(texts[field.id].label) if field.id in texts else ""
            said = str(value) if field.type in ("line", "text") else play.value_words(value)
            rows.append(_text(look, f"{label}: {said}" if label else said, wide))
    return rows


# Rows


def _text(look: Look, text: str, wide: float, role: str = "ink") -> Row:
    def draw(surface: pygame.Surface, look: Look, box: Box) -> None:
        draw_text(surface, look, box, text, "read", role)

    return Row(text_height(look, text, "read", wide) + 4, text, draw)


def listed(look: Look, text: str, wide: float) -> Row:
    """A text behind a bullet."""

    def draw(surface: pygame.Surface, look: Look, box: Box) -> None:
        draw_text(surface, look, box._replace(w=28), "•", "read", "primary")
        draw_text(surface, look, box.cut_left(28)[1], text, "read")

    return Row(text_height(look, text, "read", wide - 28) + 4, text, draw)


def _named(look: Look, play: Play, step: Step, item: Item, wide: float) -> Row:
    """A result with the icon of its card; what the table marked is said before its name."""
    tags = [play.say(play.texts.labels.get("tag", tag).label) for tag in sorted(item.tags)]
    title = ": ".join([*tags, play.title(item)])
    tint = _tint(look, play, step, item)
    high = max(_TILE, text_height(look, title, "read", wide - _TILE - 12)) + 8

    def draw(surface: pygame.Surface, look: Look, box: Box) -> None:
        draw_tile(surface, look, Box(box.x, box.y + (box.h - 8 - _TILE) / 2, _TILE, _TILE), tint)
        draw_text(surface, look, Box(box.x + _TILE + 12, box.y, box.w - _TILE - 12, box.h - 8), title, "read",
                  valign="middle")  # fmt: skip

    return Row(high, title, draw)


def _tint(look: Look, play: Play, step: Step, item: Item) -> Tint:
    card = next((link[5:] for link in item.links if link.startswith("card:")), "")
    if card in play.texts.cards:
        return tint_of(look, play.texts, card)
    return deck_tint(look, play.texts, step.decks[0] if step.decks else "")


def _squares(notes: Sequence[Item], wide: float) -> Row:
    """A little note for each, in the colour of its round."""
    in_row = max(1, int((wide + _SQUARE_GAP) / (_SQUARE + _SQUARE_GAP)))
    rows = -(-len(notes) // in_row)
    papers = [paper(note.round) for note in notes]

    def draw(surface: pygame.Surface, look: Look, box: Box) -> None:
        for place, role in enumerate(papers):
            row, column = divmod(place, in_row)
            x, y = box.x + column * (_SQUARE + _SQUARE_GAP), box.y + row * (_SQUARE + _SQUARE_GAP)
            paint.plate(surface, look, Box(x, y, _SQUARE, _SQUARE), role, look.radius("note"), "edge",
                        look.stroke("hairline"))  # fmt: skip

    words = ngettext("{n} note", "{n} notes", len(notes)).format(n=len(notes))
    return Row(rows * (_SQUARE + _SQUARE_GAP) + 2, words, draw, stays=True)


def _effort(look: Look, used: int, points: int, wide: float) -> list[Row]:
    said = _("Effort used: {used}/{points}").format(used=used, points=points)
    whole = max(used, points)
    if whole > _TOLD_EFFORT:
        return [_text(look, said, wide)]
    size = min(20.0, (wide + 4) / max(whole, 1) - 4)

    def draw(surface: pygame.Surface, look: Look, box: Box) -> None:
        draw_effort(surface, look, box.x, box.y, used, size, total=points)

    return [Row(size + 8, "", draw, stays=True), _text(look, said, wide)._replace(stays=True)]


def _tokens(look: Look, play: Play, step: Place, wide: float) -> list[Row]:
    """How many tokens of each kind were laid."""
    hidden = play.hidden()
    laid = [one.value for one in judgements(play.state, step.id) if one.id not in hidden]
    return [token_row(look, play, value, laid.count(value)) for value in step.tokens if value in laid]


def token_row(look: Look, play: Play, value: str, count: int) -> Row:
    """A token and how many there are of it."""
    words = f"{count} {play.texts.token_title(value)}"

    def draw(surface: pygame.Surface, look: Look, box: Box) -> None:
        draw_token(surface, look, value, box.x + 20, box.y + 20, 40, letter=value)
        draw_line(surface, look, box.x + 52, box.y + 20, words, "read")

    return Row(46.0, words, draw)


# Cards


def card_height(look: Look, card: Told, wide: float, shown: int) -> float:
    """How high a card is with so many of its rows; rows left out take a line that says how many."""
    rest = line_height(look, "read") + 4 if shown < len(card.rows) else 0.0
    return _head(look, card, wide) + sum(row.height for row in card.rows[:shown]) + rest + 12


def _head(look: Look, card: Told, wide: float) -> float:
    room = wide - 2 * _PAD - _DISC - 12 - (width(look, card.total, _COUNT) + 12 if card.total else 0)
    return max(_HEAD, 14 + text_height(look, card.title, _TITLE, room) + 8)


def fitted(
    look: Look, cards: Sequence[Told], wide: float, high: float, gap: float = 16.0
) -> list[tuple[Told, int, float]]:
    """How many rows of each card are shown, and how high it is, so that they fill a column and no more, if that goes.

    Rows are taken from the highest card that has several, at last the long ones that stand alone, until all fit.
    """
    shown = [len(card.rows) for card in cards]

    def heights() -> list[float]:
        return [card_height(look, card, wide, count) for card, count in zip(cards, shown, strict=True)]

    room = high - gap * (len(cards) - 1)
    while sum(heights()) > room:
        open_to = [at for at, card in enumerate(cards) if shown[at] and _can_go(card.rows, shown[at])]
        if not open_to:
            break
        now = heights()
        shown[max(open_to, key=lambda at: (shown[at] > 1, now[at], -at))] -= 1
    spare = max(0.0, room - sum(heights())) / max(len(cards), 1)
    return [
        (card, count, own + min(spare, 48.0)) for card, count, own in zip(cards, shown, heights(), strict=True)
    ]


def _can_go(rows: Sequence[Row], shown: int) -> bool:
    """Whether the last of the rows that are shown may be left out: the only one if it is long and no picture."""
    return not rows[shown - 1].stays and (shown > 1 or rows[0].height > _LONG)


def card_part(look: Look, card: Told, shown: int, box: Box, press: Callable[[], Next | None]) -> Part:
    """The card as a part; a press opens all of it."""
    label = ". ".join([f"{card.number} {card.title}", *(row.words for row in card.rows if row.words)])
    return Part(f"end.step-{card.step}", box, label, press, paint=_card(card, shown), group="end", radius=16)


def _card(card: Told, shown: int) -> Callable[[pygame.Surface, Look, Part], None]:
    def draw(surface: pygame.Surface, look: Look, part: Part) -> None:
        box = part.box
        paint.raised(surface, look, box, fill="sunken" if part.state.hover or part.state.pressed else "raised")
        draw_numbered(surface, look, str(card.number), box.x + _PAD + _DISC / 2, box.y + 14 + _DISC / 2, _DISC)
        right = box.right - _PAD
        if card.total:
            right = draw_line(surface, look, right, box.y + 14 + _DISC / 2, card.total, _COUNT, align="right").x - 12
        left = box.x + _PAD + _DISC + 12
        head = _head(look, card, box.w)
        draw_text(surface, look, Box(left, box.y + 14, right - left, head - 22), card.title, _TITLE, valign="middle")
        y = box.y + head
        for row in card.rows[:shown]:
            row.draw(surface, look, Box(box.x + _PAD, y, box.w - 2 * _PAD, row.height))
            y += row.height
        left_out = len(card.rows) - shown
        if left_out:
            words = ngettext("+ {n} more", "+ {n} more", left_out).format(n=left_out)
            draw_text(surface, look, Box(box.x + _PAD, y, box.w - 2 * _PAD, 40), words, "read", "ink_muted")

    return draw
