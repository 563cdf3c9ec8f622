"""The chips of a field that is filled by choosing: cards, earlier results, fixed options."""

from collections.abc import Callable, Sequence
from functools import partial

from game.engine.definition import Field, Ref
from game.engine.results import results
from game.engine.state import Item, Value
from game.ui.chooser import Choice, Chooser
from game.ui.controls import Chip, flow
from game.ui.faces import deck_tint
from game.ui.fieldtext import Entry, empty
from game.ui.formparts import Plus
from game.ui.look import Box, Look
from game.ui.part import Part
from game.ui.play import Play
from game.ui.scene import Next, Push
from game.words import _

_SUGGESTED = 3
_NOWHERE = Box(0, 0, 0, 0)

Put = Callable[[Item, Field, Value], Next | None]
"""Puts a value into a field of a record; what is being written elsewhere goes into the session first."""


def chips(
    look: Look, play: Play, name: str, item: Item, entry: Entry, width: float, put: Put
) -> tuple[list[Part], float]:
    """The chips laid out from the upper left corner of nowhere in lines of this width, and how high they are."""
    value = item.fields.get(entry.field.id, "")
    if entry.field.type == "one-of":
        found = _options(play, name, item, entry, value, put)
        return found, flow(look, Box(0, 0, width, 0), found)
    chosen = value if isinstance(value, tuple) else ()
    if chosen:
        found = [
            Chip(f"{name}.{number}", _NOWHERE, play.ref_words(ref), kind="soft", removes=True, group=name,
                 press=partial(_take_out, play, item, entry.field, ref, put))
            for number, ref in enumerate(chosen)
        ]  # fmt: skip
        if entry.field.many:
            found.append(Plus(f"{name}.more", _NOWHERE, _("Add one more"), partial(_choose, play, item, entry, put),
                              group=name, radius=look.radius("chip")))  # fmt: skip
        return found, flow(look, Box(0, 0, width, 0), found)
    offered = _offered(play, item, entry.field)
    for count in range(min(_SUGGESTED, len(offered)), -1, -1):
        found = _suggestions(look, play, name, item, entry, offered[:count], put)
        high = flow(look, Box(0, 0, width, 0), found)
        if count <= 1 or found[-1].box.y == 0:
            break
    return found, high


def _options(play: Play, name: str, item: Item, entry: Entry, value: Value, put: Put) -> list[Part]:
    field, texts = entry.field, entry.text.options
    return [
        Chip(f"{name}.{option}", _NOWHERE, play.say(texts[option]) if option in texts else option,
             partial(put, item, field, "" if value == option else option), selected=value == option, group=name)
        for option in field.options
    ]  # fmt: skip


def _suggestions(
    look: Look, play: Play, name: str, item: Item, entry: Entry, refs: Sequence[Ref], put: Put
) -> list[Part]:
    found: list[Part] = [
        Chip(f"{name}.suggested-{number}", _NOWHERE, play.ref_words(ref), partial(put, item, entry.field, (ref,)),
             icon=_icon(look, play, ref), group=name)
        for number, ref in enumerate(refs)
    ]  # fmt: skip
    label = _("Other") if refs else _("Choose or write")
    more = Chip(f"{name}.more", _NOWHERE, label, partial(_choose, play, item, entry, put), kind="dashed", icon="edit",
                group=name)  # fmt: skip
    return [*found, more]


def _icon(look: Look, play: Play, ref: Ref) -> str:
    card = play.texts.cards.get(ref[5:]) if ref.startswith("card:") else None
    return deck_tint(look, play.texts, card.deck).icon if card else "note"


def _offered(play: Play, item: Item, field: Field) -> list[Ref]:
    """What can be chosen: first what the table has spoken of, then the rest of the decks in their order."""
    if field.type == "items":
        hidden = play.hidden()
        made = [one for step in play.state.order for one in results(play.game, play.state, step)]
        refs = dict.fromkeys(one.ref for one in made if one.id not in hidden and one.id != item.id)
        return list(refs)
    decks = [play.game.decks[deck] for deck in field.options if deck in play.game.decks]
    cards = [f"card:{card.id}" for deck in decks for card in deck.cards]
    known = set(cards)
    linked = [
        link for record in play.state.records if isinstance(record, Item) and not record.gone for link in record.links
    ]
    return list(dict.fromkeys([*(ref for ref in linked if ref in known), *cards]))


def _choose(play: Play, item: Item, entry: Entry, put: Put) -> Next | None:
    look_for = [ref for ref in _offered(play, item, entry.field) if ref not in _refs(play, item, entry.field)]
    choices = [Choice(ref, play.ref_words(ref), _deck_icon(play, ref)) for ref in look_for]

    def answered(answer: object) -> Next | None:
        if not isinstance(answer, str) or not answer:
            return None
        chosen = _refs(play, item, entry.field)
        return put(item, entry.field, (*chosen, answer) if entry.field.many and answer not in chosen else (answer,))

    title = play.say(entry.text.label)
    return Push(Chooser(title, choices, own=_("Write your own"), chars=entry.field.chars), answered)


def _deck_icon(play: Play, ref: Ref) -> str:
    card = play.texts.cards.get(ref[5:]) if ref.startswith("card:") else None
    return (play.texts.decks[card.deck].icon or "note") if card else "note"


def _take_out(play: Play, item: Item, field: Field, ref: Ref, put: Put) -> Next | None:
    rest = tuple(other for other in _refs(play, item, field) if other != ref)
    return put(item, field, rest or "")


def _refs(play: Play, item: Item, field: Field) -> tuple[Ref, ...]:
    now = play.item(item.id)
    value = now.fields.get(field.id, "") if now is not None else ""
    return value if isinstance(value, tuple) and not empty(value) else ()


def moved(parts: Sequence[Part], dx: float, dy: float) -> list[Part]:
    """The parts at another place."""
    for part in parts:
        part.box = part.box.moved(dx, dy)
    return list(parts)
