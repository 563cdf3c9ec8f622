"""The board and the groups: tokens on spaces, things moved, ideas put together."""

from functools import lru_cache
from typing import assert_never

from game.engine.actions import TEXT, Gather, Merge, Move, Place
from game.engine.definition import Deal as DealStep
from game.engine.definition import Game, Group
from game.engine.definition import Place as PlaceStep
from game.engine.flow import may_act, present
from game.engine.reasons import Reason, because
from game.engine.results import about, items, judgements, tokens_left
from game.engine.state import Item, Judgement, Record, State

Placing = Place | Move | Gather | Merge


def room_in(game: Game, state: State, space: str, what: str) -> Reason | None:
    """Why a space does not take one more token, card or note, or None."""
    found = game.space.get(space)
    if found is None:
        return because("no-such-space", space=space)
    if what not in found.accepts:
        return because("space-refuses", space=space)
    if found.room is None:
        return None
    ref = f"space:{space}"
    lying = sum(1 for record in state.records if not record.gone and place_of(record) == ref)
    return because("space-full", space=space, most=found.room) if lying >= found.room else None


def place_of(record: Record) -> str:
    """Where a record lies: a space, a group, or nowhere (empty)."""
    return record.at if isinstance(record, Item) else record.thing


def groups(state: State, step: Group) -> tuple[Item, ...]:
    """The groups of a step that stand, empty ones too."""
    return tuple(items(state, step.id, step.makes))


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
    if place_of(record) == to:
        return because("already-so")
    if not to and card:
        return because("space-needed") if isinstance(step, DealStep) and step.onto_board else None
    if not to.startswith("space:"):
        return because("no-such-space", space=to)
    return room_in(game, state, to[6:], "token" if token else "card")


def apply(game: Game, state: State, action: Placing) -> State:
    """The state after an action that was not refused."""
    match action:
        case Place(seat, value, space, reason):
            number = len(state.records)
            token = Judgement(number, state.at, seat, f"space:{space}", value, reason, state.run.round)
            return _added(state, token)
        case Move(number, to):
            record = state.records[number]
            moved = record._replace(at=to) if isinstance(record, Item) else record._replace(thing=to)
            return state._replace(records=state.records.changed(number, moved))
        case Gather(chosen, name):
            group = Item(
                len(state.records), game.step[state.at].makes, state.at, fields={"text": name} if name else {}
            )
            state = _added(state, group)
            records = state.records
            for number in chosen:
                records = records.changed(number, state.item(number)._replace(at=group.ref))
            return state._replace(records=records)
        case Merge(group_id, into):
            old, new = state.item(group_id), state.item(into)
            records = state.records.changed(group_id, old._replace(gone=True))
            for record in state.records:
                if isinstance(record, Item) and record.at == old.ref:
                    records = records.changed(record.id, record._replace(at=new.ref))
            return state._replace(records=records)
        case _:
            assert_never(action)


def _added(state: State, record: Record) -> State:
    made = {**state.made, state.at: (*state.made.get(state.at, ()), record.id)}
    return state._replace(records=state.records.added(record), made=made)


@lru_cache(maxsize=1024)
def _places(seat: int, value: str, spaces: tuple[str, ...]) -> tuple[Place, ...]:
    return tuple(Place(seat, value, space, TEXT) for space in spaces)


@lru_cache(maxsize=4096)
def _moves(record: int, at: str, places: tuple[str, ...]) -> tuple[Move, ...]:
    return tuple(Move(record, to) for to in places if to != at)


@lru_cache(maxsize=1024)
def _merges(numbers: tuple[int, ...]) -> tuple[Merge, ...]:
    return tuple(Merge(group, into) for group in numbers for into in numbers if group != into)


@lru_cache(maxsize=4096)
def _gather(number: int) -> Gather:
    return Gather((number,), TEXT)


@lru_cache(maxsize=64)
def _as_refs(spaces: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"space:{space}" for space in spaces)


def offers(game: Game, state: State) -> list[Placing]:
    """The placing actions that are open now; new groups begin with one item each."""
    step = game.step.get(state.at)
    found: list[Placing] = []
    match step:
        case PlaceStep():
            spaces = tuple(space for space in game.token_spaces if room_in(game, state, space, "token") is None)
            turn = state.run.turn
            left: dict[int, dict[str, int]] = {seat: dict(step.tokens) for seat in present(state)}
            lying = list(judgements(state, step.id))
            for token in lying:
                if token.seat in left and token.value in left[token.seat]:
                    left[token.seat][token.value] -= 1
            if not state.run.owed:
                for seat, tokens in left.items():
                    if (turn and seat != turn) or may_act(game, state, seat):
                        continue
                    for value, number in tokens.items():
                        if number > 0:
                            found += _places(seat, value, spaces)
            places = _as_refs(spaces)
            for token in lying:
                found += _moves(token.id, token.thing, places)
        case DealStep():
            spaces = tuple(space for space in game.card_spaces if room_in(game, state, space, "card") is None)
            places = _as_refs(spaces) if step.onto_board else ("", *_as_refs(spaces))
            for item in items(state, step.id):
                found += _moves(item.id, item.at, places)
        case Group():
            standing = groups(state, step)
            places = ("", *(group.ref for group in standing))
            most = step.limits.table.most
            more = most is None or len(standing) < most
            for item in about(game, state, step):
                found += _moves(item.id, item.at, places)
                if more:
                    found.append(_gather(item.id))
            found += _merges(tuple(group.id for group in standing))
        case _:
            pass
    return found


