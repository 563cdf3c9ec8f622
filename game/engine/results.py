"""What a step has brought so far, and what it works on: pure questions to a state that rules, screen and plan share."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from game.engine.definition import (
    About,
    Brief,
    Budget,
    Choose,
    Commit,
    Deal,
    Game,
    Group,
    Place,
    Ref,
    Reflect,
    Step,
    Vote,
    Write,
)
from game.engine.fields import PARKED
from game.engine.memory import Memory
from game.engine.state import Item, Judgement, Run, Shelf, State, item_of

_NO_RUN = Run()
_NO_MARKS: Mapping[Ref, int] = {}
_OPEN = ("sheet", PARKED)


def run_of(state: State, step: str) -> Run:
    """How far a step has come; an empty run if it was never entered."""
    return state.runs.get(step, _NO_RUN)


def is_skipped(state: State, step: str) -> bool:
    """Whether a step is left out."""
    return step in state.skipped


def was_entered(state: State, step: str) -> bool:
    """Whether the table has been in a step, left out since or not."""
    return bool(run_of(state, step).drawn)


def items(state: State, step: str, kind: str = "", *, gone: bool = False) -> Iterator[Item]:
    """The items made in a step, in order; of one kind if named; the withdrawn ones only with `gone`."""
    for item in state.records.items_of(step):
        if item.kind != "sheet" and (gone or not item.gone) and (not kind or item.kind == kind):
            yield item


def judgements(state: State, step: str) -> Iterator[Judgement]:
    """The standing judgements of a step, in the order they were made."""
    return (judgement for judgement in state.records.judgements_of(step) if not judgement.gone)


def sheet(state: State, step: str) -> Item | None:
    """The record that holds a step's own fields, or None if the step has none."""
    number = state.sheets.get(step)
    return None if number is None else state.item(number)


def card_of(item: Item) -> str:
    """The id of the card that an item stands for, or an empty text."""
    return item.card


def parts(state: State, group: Item) -> tuple[Item, ...]:
    """What lies in a group, in the order it was written."""
    return tuple(state.item(number) for number in state.lying.get(group.ref, ()))


def picks(run: Run, seat: int) -> Mapping[Ref, int]:
    """What a seat has answered on in a step: each thing with the record of the answer that stands."""
    return run.marks.get(seat, _NO_MARKS)


def answers(state: State, step: str, thing: Ref) -> tuple[Judgement, ...]:
    """The standing judgements of one thing in a step, by seat number."""
    found = (state.records[own[thing]] for _, own in sorted(run_of(state, step).marks.items()) if thing in own)
    return tuple(record for record in found if isinstance(record, Judgement))


def supporters(state: State, item: Item) -> tuple[Judgement, ...]:
    """Who picked an item (or the card it stands for) in the step that made it."""
    return answers(state, item.step, ref_of(item))


def results(game: Game, state: State, step_id: str) -> tuple[Item, ...]:
    """What a step leaves behind: its product so far, in the order that the plan tells it.

    For a vote these are the items that the table settled on; most were made in an earlier step.
    """
    step = game.step.get(step_id)
    match step:
        case Choose(settle=None):
            picked = {ref for own in run_of(state, step_id).marks.values() for ref in own}
            earlier = (item for item in about(game, state, step) if item.ref in picked)
            return (*earlier, *items(state, step_id, step.makes))
        case Choose() | Vote():
            run = run_of(state, step_id)
            found = (_live(state, run.stands.get(ref, item_of(ref))) for ref in run.settled)
            return tuple(item for item in found if item is not None)
        case Group():
            return tuple(item for item in items(state, step_id, step.makes) if item.ref in state.lying)
        case Commit():
            wanted = {item.ref for item in about(game, state, step)}
            return tuple(
                item
                for item in items(state, step_id, step.makes)
                if item.seat or item.fields or not item.links or wanted.intersection(item.links)
            )
        case Brief() | Place() | Deal() | Write() | Reflect():
            return tuple(items(state, step_id, step.makes)) if step.makes else ()
        case None:
            return ()


def ref_of(item: Item) -> Ref:
    """What marks and settlements of a choose step point at: the card if the item stands for one, else the item."""
    return f"card:{item.card}" if item.card else item.ref


def _live(state: State, number: int | None) -> Item | None:
    record = None if number is None or number >= len(state.records) else state.records[number]
    return record if isinstance(record, Item) and not record.gone else None


_about: Memory[tuple[Item, ...]] = Memory()


def about(game: Game, state: State, step: Step) -> tuple[Item, ...]:
    """The earlier results that a step works on; what `otherwise` names if there are none.

    A vote on the cards of a deck works on the items that stand for them.
    """
    if not step.about:
        own = isinstance(step, Vote) and step.decks
        return tuple(item for item in items(state, step.id) if item.card) if own else ()
    given: list[object] = [step]
    records = state.records
    for name in game.sources[step.id]:
        given += (records.items.get(name), records.judgements.get(name), state.runs.get(name))
    return _about.of(step.id, tuple(given), _gathered, game, state, step)


def _gathered(game: Game, state: State, step: Step) -> tuple[Item, ...]:
    found = tuple(item for source in step.about for item in _narrowed(game, state, source))
    return found or tuple(item for source in step.otherwise for item in _narrowed(game, state, source))


def _narrowed(game: Game, state: State, source: About) -> tuple[Item, ...]:
    if not source.states:
        return results(game, state, source.step)
    step = game.step.get(source.step)
    pool: tuple[Item, ...] = about(game, state, step) if isinstance(step, Vote) else tuple(items(state, source.step))
    chosen = {item.id for item in results(game, state, source.step)}
    return tuple(item for item in pool if any(_is(state, step, item, word, chosen) for word in source.states))


def _is(state: State, step: Step | None, item: Item, word: str, chosen: set[int]) -> bool:
    name = step.id if step else ""
    asked = ref_of(item) if isinstance(step, Choose) and item.step == name else item.ref
    match word:
        case "chosen" | "kept":
            return item.id in chosen
        case "not-chosen" | "open":
            return item.id not in chosen
        case "unsure":
            return any(j.value == "unsure" for j in answers(state, name, asked))
        case "disputed":
            return len({j.value for j in answers(state, name, asked)} - {"unsure"}) > 1
        case "empty":
            return not item.text
        case _:
            return word in item.tags


_refs: Memory[tuple[Ref, ...]] = Memory()


def about_refs(game: Game, state: State, step: Step) -> tuple[Ref, ...]:
    """The same as `about`, as refs."""
    found = about(game, state, step)
    if not found:
        return ()
    return _refs.of(step.id, (found,), lambda: tuple(item.ref for item in found))


def things(game: Game, state: State, step: Step) -> tuple[Ref, ...]:
    """What seats may answer on in a step: cards of its decks, earlier results, own suggestions, fixed questions."""
    match step:
        case Choose():
            return (*game.deck_refs[step.id], *about_refs(game, state, step), *run_of(state, step.id).own)
        case Vote():
            return about_refs(game, state, step)
        case Reflect():
            return game.question_refs[step.id]
        case _:
            return ()


def is_thing(game: Game, state: State, step: Step, ref: Ref) -> bool:
    """Whether seats may answer on this in a step: whether it is among its `things`."""
    if isinstance(step, Choose):
        if ref.startswith("card:"):
            card = game.cards.get(ref[5:])
            return card is not None and card.deck in step.decks
        return ref in run_of(state, step.id).own or ref in about_refs(game, state, step)
    return ref in things(game, state, step)


GROUP_MOST = 5
"""What a group takes at most by reckoning, unless a part alone takes more: what is put together shares its work."""

_costs: Memory[dict[Ref, int]] = Memory()


def cost(game: Game, state: State, ref: Ref, field: str) -> int:
    """What a thing takes of a budget.

    The figure that the table gave it, if any; else for a card its own; for a group its dearest part and one more for
    each further part, up to GROUP_MOST; for any other item the dearest that it is tied to, directly or through other
    items. A thing without any of that costs 1.
    """
    known = _costs.of(field, (game, state.records.items), dict[Ref, int])
    if ref not in known:
        known[ref] = _dearest(game, state, ref, field)
    return known[ref]


def _dearest(game: Game, state: State, ref: Ref, field: str, *, whole: bool = True) -> int:
    """The dearest figure found by following ties from a thing; a group counts for all its parts if `whole`."""
    found: list[int] = []
    waiting, seen = [ref], {ref}
    for tie in waiting:
        number = item_of(tie)
        if number is None:
            found += [_figure(game.cards[tie[5:]].facts.get(field))] if tie[5:] in game.cards else []
            continue
        item = state.item(number)
        figure = _figure(item.fields.get(field, 0))
        inside = parts(state, item) if whole and not figure else ()
        if figure:
            found.append(figure)
        elif inside:
            dearest = max(_dearest(game, state, part.ref, field, whole=False) for part in inside)
            found.append(max(dearest, min(dearest + len(inside) - 1, GROUP_MOST)))
        else:
            fresh = [link for link in item.links if link not in seen]
            seen.update(fresh)
            waiting += fresh
    return max(found, default=1)


def _figure(value: object) -> int:
    if isinstance(value, str):
        value = int(value) if value.isdecimal() and value.isascii() and len(value) < 7 else 0
    return max(int(value), 0) if isinstance(value, int | float) else 1


def spent(game: Game, state: State, step: Step, budget: Budget) -> int:
    """How many points of the budget the things settled in a step take."""
    return sum(cost(game, state, ref, budget.field) for ref in run_of(state, step.id).settled)


class _Tally(NamedTuple):
    """How many items of a step stand: by kind, by kind and seat, laid cards by seat, those without a card by kind."""

    kinds: Mapping[str, int]
    seats: Mapping[tuple[str, int], int]
    laid: Mapping[int, int]
    blanks: Mapping[str, int]


_tallies: Memory[_Tally] = Memory()
_laid: Memory[Mapping[tuple[int, str], int]] = Memory()


def _tally(state: State, step: str) -> _Tally:
    shelf = state.records.items_of(step)
    return _tallies.of(step, (shelf,), _tallied, shelf)


def _tallied(shelf: Shelf[Item]) -> _Tally:
    standing = [item for item in shelf if not item.gone]
    return _Tally(
        Counter(item.kind for item in standing),
        Counter((item.kind, item.seat) for item in standing),
        Counter(item.seat for item in standing if item.card),
        Counter(item.kind for item in standing if not item.card),
    )


def written(state: State, step: str, kind: str, seat: int | None = None) -> int:
    """How many items of a kind stand that were made in a step, by one seat if named."""
    tally = _tally(state, step)
    return tally.kinds.get(kind, 0) if seat is None else tally.seats.get((kind, seat), 0)


def laid_by(state: State, step: str, seat: int) -> int:
    """How many cards of its hand a seat has laid in this step."""
    return _tally(state, step).laid.get(seat, 0)


def blanks_used(state: State, step: Deal) -> int:
    """How many of a step's blank cards are written on."""
    return _tally(state, step.id).blanks.get(step.makes, 0)


def tokens_left(state: State, step: Place, seat: int) -> dict[str, int]:
    """How many tokens of each value a seat still has in hand."""
    shelf = state.records.judgements_of(step.id)
    laid = _laid.of(step.id, (shelf,), lambda: Counter((one.seat, one.value) for one in shelf if not one.gone))
    return {value: number - laid.get((seat, value), 0) for value, number in step.tokens.items()}


def hidden(game: Game, state: State) -> frozenset[int]:
    """The records that must not be shown to anyone yet: made in a secret silent round that has not been revealed.

    What the table wrote itself is open, and so are thoughts put aside for later.
    """
    secret: set[int] = set()
    for step in game.steps:
        run = state.runs.get(step.id)
        if run is None or not step.secret or run.revealed or step.rounds[run.round].turns != "silent":
            continue
        made = (*state.records.items_of(step.id), *state.records.judgements_of(step.id))
        secret.update(
            record.id
            for record in made
            if record.round == run.round and record.seat and (isinstance(record, Judgement) or record.kind not in _OPEN)
        )
    return frozenset(secret)


def trace(state: State, item: Item) -> tuple[Ref, ...]:
    """Everything that an item came from, nearest first: its links, what lies in its groups, and their links in turn."""
    seen: dict[Ref, None] = {}
    waiting = [*item.links, *(part.ref for part in parts(state, item))]
    while waiting:
        ref = waiting.pop(0)
        number = item_of(ref)
        if ref in seen or number == item.id:
            continue
        seen[ref] = None
        if number is not None and number < len(state.records):
            source = state.records[number]
            if isinstance(source, Item):
                waiting.extend([*source.links, *(part.ref for part in parts(state, source))])
                if source.at.startswith("space:"):
                    waiting.append(source.at)
    return tuple(seen)
