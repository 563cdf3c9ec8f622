"""The board and the groups: tokens on spaces, things moved, ideas put together."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import assert_never

from game.engine.actions import TEXT, Gather, Merge, Move, Place
from game.engine.definition import Deal as DealStep
from game.engine.definition import Game, Group, Ref, Step
from game.engine.definition import Place as PlaceStep
from game.engine.flow import acting, may_act
from game.engine.judging import forgotten
from game.engine.memory import Made, Memory
from game.engine.reasons import Reason, because
from game.engine.results import about, items, judgements, tokens_left
from game.engine.state import Item, Judgement, Run, State

Placing = Place | Move | Gather | Merge


def room_in(game: Game, state: State, space: str, what: str) -> Reason | None:
    """Why a space does not take one more token, card or note, or None."""
    found = game.space.get(space)
    if found is None:
        return because("no-such-space", space=space)
    if what not in found.accepts:
        return because("space-refuses", space=space)
    if found.room is None or len(state.lying.get(f"space:{space}", ())) < found.room:
        return None
    return because("space-full", space=space, most=found.room)


def open_spaces(game: Game, state: State, what: str) -> tuple[str, ...]:
    """The spaces that take one more token or card, in the order of the file."""
    spaces = game.token_spaces if what == "token" else game.card_spaces
    if game.roomy:
        return spaces
    return tuple(space for space in spaces if room_in(game, state, space, what) is None)


_groups: Memory[tuple[Item, ...]] = Memory()


def groups(state: State, step: Group) -> tuple[Item, ...]:
    """The groups of a step that stand, empty ones too."""
    shelf = state.records.items_of(step.id)
    return _groups.of(step.id, (step, shelf), lambda: tuple(items(state, step.id, step.makes)))


def refusal(game: Game, state: State, action: Placing) -> Reason | None:
    """Why this may not be done now, or None."""
    step = game.step.get(state.at)
    if step is None:
        return because("ended")
    match action:
        case Place(seat, value, space, reason):
            if not isinstance(step, PlaceStep):
                return because("not-in-this-step")
            if seat == 0:
                return because("no-such-seat", seat=seat)
            held = may_act(game, state, seat)
            if held:
                return held
            if value not in step.tokens:
                return because("no-such-value", value=value)
            if len(reason) > step.limits.chars:
                return because("too-long", most=step.limits.chars)
            if tokens_left(state, step, seat)[value] <= 0:
                return because("no-token", value=value)
            return room_in(game, state, space, "token")
        case Move(record, to):
            return _move_refusal(game, state, record, to)
        case Gather(chosen, name):
            if not isinstance(step, Group):
                return because("not-in-this-step")
            if len(name) > step.limits.chars:
                return because("too-long", most=step.limits.chars)
            here = {item.id for item in about(game, state, step)}
            if not chosen or len(set(chosen)) != len(chosen):
                return because("nothing-to-group")
            if any(number not in here for number in chosen):
                return because("no-such-record", record=next(n for n in chosen if n not in here))
            most = step.limits.table.most
            return because("table-limit", most=most) if most is not None and len(groups(state, step)) >= most else None
        case Merge(group, into):
            if not isinstance(step, Group):
                return because("not-in-this-step")
            standing = {item.id for item in groups(state, step)}
            for number in (group, into):
                if number not in standing:
                    return because("not-a-group", record=number)
            return because("same-group") if group == into else None
        case _:
            assert_never(action)


def _move_refusal(game: Game, state: State, number: int, to: str) -> Reason | None:
    step = game.step[state.at]
    if not 0 <= number < len(state.records):
        return because("no-such-record", record=number)
    record = state.records[number]
    if record.gone:
        return because("gone", record=number)
    if isinstance(step, Group):
        if not isinstance(record, Item) or record.id not in {item.id for item in about(game, state, step)}:
            return because("not-in-this-step")
        if record.at == to:
            return because("already-so")
        return None if not to or to in {item.ref for item in groups(state, step)} else because("not-a-group")
    if record.step != step.id:
        return because("not-in-this-step")
    token = isinstance(step, PlaceStep) and isinstance(record, Judgement)
    card = isinstance(step, DealStep) and isinstance(record, Item)
    if not token and not card:
        return because("not-in-this-step")
    if record.lies == to:
        return because("already-so")
    if not to and card:
        return because("space-needed") if isinstance(step, DealStep) and step.onto_board else None
    if not to.startswith("space:"):
        return because("no-such-space", space=to)
    return room_in(game, state, to[6:], "token" if token else "card")


def apply(game: Game, state: State, action: Placing) -> State:
    """The state after an action that was not refused."""
    number = len(state.records)
    match action:
        case Place(seat, value, space, reason):
            return state.added(Judgement(number, state.at, seat, f"space:{space}", value, reason, state.run.round))
        case Move(moved, to):
            record = state.records[moved]
            return state.changed(record._replace(at=to) if isinstance(record, Item) else record._replace(thing=to))
        case Gather(chosen, name):
            group = Item(number, game.step[state.at].makes, state.at, fields={"text": name} if name else {})
            return put(state.added(group), chosen, group.ref)
        case Merge(group_id, into):
            old = state.item(group_id)
            state = put(state, state.lying.get(old.ref, ()), f"item:{into}").changed(old._replace(gone=True))
            return forgotten(state, old, old.ref, tuple(state.runs))
        case _:
            assert_never(action)


def put(state: State, numbers: Iterable[int], at: Ref) -> State:
    """The state in which these items lie in a group (nowhere if `at` is empty)."""
    for number in numbers:
        state = state.changed(state.item(number)._replace(at=at))
    return state


_merge: Made[tuple[int, int], Merge] = Made(Merge)
_move: Made[tuple[int, Ref], Move] = Made(Move)
_gather: Made[int, Gather] = Made(lambda number: Gather((number,), TEXT))


@lru_cache(maxsize=16)
def _moves(places: tuple[Ref, ...]) -> Made[tuple[int, Ref], tuple[Move, ...]]:
    """For a record and where it lies, its moves to any other of these places."""
    return Made(lambda record, at: tuple(_move[record, to] for to in places if to != at))


@lru_cache(maxsize=1024)
def _places(seat: int, value: str, spaces: tuple[str, ...]) -> tuple[Place, ...]:
    return tuple(Place(seat, value, space, TEXT) for space in spaces)


@lru_cache(maxsize=1024)
def _merges(numbers: tuple[int, ...]) -> tuple[Merge, ...]:
    return tuple([_merge[group, into] for group in numbers for into in numbers if group != into])


@lru_cache(maxsize=64)
def _as_refs(spaces: tuple[str, ...]) -> tuple[Ref, ...]:
    return tuple(f"space:{space}" for space in spaces)


_offers: Memory[list[Sequence[Placing]]] = Memory()


def offers(game: Game, state: State, step: Step | None, run: Run) -> Sequence[Sequence[Placing]]:
    """The placing actions that are open now, in parts; new groups begin with one item each."""
    records = state.records
    match step:
        case PlaceStep():
            laid = (game, run, state.here, records.judgements_of(step.id), state.lying)
            return _offers.of(step.id, laid, _of_tokens, game, state, step)
        case DealStep():
            lying = (game, records.items_of(step.id), state.lying)
            return _offers.of(step.id, lying, _of_cards, game, state, step)
        case Group():
            grouped = (game, about(game, state, step), groups(state, step))
            return _offers.of(step.id, grouped, _of_groups, game, state, step)
        case _:
            return ()


def _of_tokens(game: Game, state: State, step: PlaceStep) -> list[Sequence[Placing]]:
    spaces = open_spaces(game, state, "token")
    to_space = _moves(_as_refs(spaces))
    found: list[Sequence[Placing]] = [to_space[token.id, token.thing] for token in judgements(state, step.id)]
    for seat in acting(state, step, state.run):
        for value, number in tokens_left(state, step, seat).items():
            if number > 0:
                found.append(_places(seat, value, spaces))
    return found


def _of_cards(game: Game, state: State, step: DealStep) -> list[Sequence[Placing]]:
    spaces = _as_refs(open_spaces(game, state, "card"))
    to_space = _moves(spaces if step.onto_board else ("", *spaces))
    return [to_space[item.id, item.at] for item in items(state, step.id)]


def _of_groups(game: Game, state: State, step: Group) -> list[Sequence[Placing]]:
    standing, on_table = groups(state, step), about(game, state, step)
    to_group = _moves(("", *(group.ref for group in standing)))
    found: list[Sequence[Placing]] = [to_group[item.id, item.at] for item in on_table]
    most = step.limits.table.most
    if most is None or len(standing) < most:
        found.append([_gather[item.id] for item in on_table])
    found.append(_merges(tuple(group.id for group in standing)))
    return found
