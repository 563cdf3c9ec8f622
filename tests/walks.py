"""Random legal play for tests of the rules, and every action that could be meant in a state."""

import random
from collections.abc import Iterator
from itertools import islice

from game.engine.actions import (
    TEXT,
    Action,
    Again,
    Amend,
    Arrange,
    Call,
    Deal,
    Done,
    Extend,
    Gather,
    GoTo,
    Judge,
    Keep,
    Lay,
    Leave,
    Link,
    Merge,
    Move,
    NextRound,
    Park,
    Pass,
    Place,
    Release,
    Restore,
    Resume,
    Reveal,
    Settle,
    Sit,
    Skip,
    Swap,
    Tag,
    Turn,
    Unjudge,
    Withdraw,
    Write,
)
from game.engine.definition import END, Choose, Game, Reflect, Vote
from game.engine.definition import Place as PlaceStep
from game.engine.definition import Write as WriteStep
from game.engine.fields import specimen, written_in
from game.engine.results import about
from game.engine.rules import legal
from game.engine.session import Session
from game.engine.state import Item, Seat, State

_RARE = (GoTo, Skip, Leave, Sit, Withdraw, Extend, Arrange)


def seats(count: int) -> tuple[Seat, ...]:
    """This many seats, each with a name."""
    return tuple(Seat(number, f"seat {number}") for number in range(1, count + 1))


def pick(chance: random.Random, state: State, options: list[Action]) -> Action:
    """One of the legal actions, each kind as likely as another; going astray between steps is rare."""
    by_kind: dict[type[Action], list[Action]] = {}
    for action in options:
        by_kind.setdefault(type(action), []).append(action)
    for rare in _RARE:
        if rare in by_kind and chance.random() < 0.9 and len(by_kind) > 1:
            del by_kind[rare]
    return chance.choice(by_kind[chance.choice(sorted(by_kind, key=lambda kind: kind.__name__))])


def walk(game: Game, chance: random.Random, seat_count: int, moves: int) -> Session:
    """A session of random legal play: some moves in each step, then on to the next, to the end."""
    session = Session(game, seats(seat_count))
    for step in (*session.state.order, END):
        if session.state.at != step:
            session.do(GoTo(step))
        for _ in range(chance.randrange(moves)):
            options = legal(game, session.state)
            if session.state.run.owed and chance.random() < 0.9:
                session.do(next(action for action in options if isinstance(action, Deal)))
            else:
                session.do(pick(chance, session.state, options))
    if session.state.at != END:
        session.do(GoTo(END))
    return session


def universe(game: Game, state: State) -> Iterator[Action]:
    """What could be meant in this state, sensible or not, legal or not, in the form in which `legal` would list it.

    Left out is what `legal` says it leaves out: changes to what other steps made, and ties to other things than those
    that the step works on.
    """
    yield from _of_flow(game, state)
    yield from _of_cards(game, state)
    yield from _of_records(game, state)
    yield from _of_board_and_groups(game, state)
    yield from _of_answers(game, state)


_NUMBERS = range(-1, 10)


def _refs(game: Game, state: State) -> list[str]:
    return [
        "", "nowhere", "item:-1", "item:0", f"item:{len(state.records)}", "item:99999999999999999999", "space:nowhere",
        *(f"space:{space.id}" for space in game.spaces), *(f"item:{number}" for number in range(len(state.records))),
    ]  # fmt: skip


def _of_flow(game: Game, state: State) -> Iterator[Action]:
    steps = [*(step.id for step in game.steps), END, "nowhere", "plan"]
    yield from (GoTo(step) for step in steps)
    yield from (Skip(step, on) for step in steps for on in (True, False))
    yield Extend(state.at, 2)
    place = state.order.index(state.at) if state.at in state.order else len(state.order)
    if len(state.order) - place > 2:
        later = state.order[place + 1 :]
        yield Arrange((*state.order[: place + 1], later[1], later[0], *later[2:]))
    taken = {seat.number: seat for seat in state.seats}
    for number in _NUMBERS:
        seat = taken.get(number, Seat(number))
        here = number in state.here
        yield Sit(number, TEXT if here else seat.name, seat.role)
        yield from (Leave(number), Turn(number), Done(number), Pass(number), Resume(number))
    yield from (NextRound(), Reveal(), Again())


def _of_cards(game: Game, state: State) -> Iterator[Action]:
    run = state.run
    cards = {*islice(game.cards, 20), *run.spare, *(card for hand in run.hands.values() for card in hand), "none"}
    spaces = ["", "nowhere", *(space.id for space in game.spaces)]
    for number in _NUMBERS:
        yield Release(number)
        yield from (Call(deck, number) for deck in (*game.decks, "none"))
        yield from (Keep(number, card, on) for card in cards for on in (True, False))
        held = (*run.hands.get(number, ()), "none")
        yield from (Lay(number, card, space, TEXT) for card in held for space in spaces)
        yield from (Swap(number, give, take) for give in held for take in (*run.spare, "none"))
    yield Deal(())
    yield Deal(((1, ("none",)),))


def _of_records(game: Game, state: State) -> Iterator[Action]:
    step = game.step.get(state.at)
    yield from (Park(number, TEXT) for number in _NUMBERS)
    ties = [item.ref for item in about(game, state, step)] if isinstance(step, WriteStep) else []
    tags = [*(step.tags if step else ()), "none"]
    for record in state.records:
        if record.step != state.at:
            continue
        number = record.id
        yield from (Withdraw(number), Restore(number))
        for field in written_in(game, record):
            yield Amend(number, field.id, specimen(game, field))
        yield Amend(number, "none", TEXT)
        yield from (Tag(number, tag, on) for tag in tags for on in (True, False))
        own = record.links if isinstance(record, Item) else ()
        yield from (Link(number, ref) for ref in (*ties, *own, f"item:{number}", "nowhere"))
        yield from (Link(number, ref, False) for ref in (*ties, *own, "nowhere"))
    beyond = len(state.records)
    for number in (-1, beyond):
        yield from (Withdraw(number), Restore(number), Amend(number, "text", TEXT), Link(number, "item:0"))


def _of_board_and_groups(game: Game, state: State) -> Iterator[Action]:
    step = game.step.get(state.at)
    refs = _refs(game, state)
    values = [*(step.tokens if isinstance(step, PlaceStep) else ()), "none"]
    spaces = ["", "nowhere", *(space.id for space in game.spaces)]
    for number in _NUMBERS:
        yield from (Place(number, value, space, TEXT) for value in values for space in spaces)
    for number in range(-1, len(state.records) + 1):
        yield from (Move(number, ref) for ref in refs)
        yield Gather((number,), TEXT)
        yield from (Merge(number, other) for other in range(-1, len(state.records) + 1))
    yield Gather((), TEXT)


def _of_answers(game: Game, state: State) -> Iterator[Action]:
    step = game.step.get(state.at)
    things = [*_refs(game, state), *(f"card:{card}" for card in islice(game.cards, 60)), "card:none", "option:none"]
    values = ["none"]
    match step:
        case Choose():
            values += ["pick"]
        case Vote():
            values += step.scale
        case Reflect():
            things += [f"option:{question.id}" for question in step.questions]
            values += [option for question in step.questions for option in question.options]
        case _:
            pass
    for number in _NUMBERS:
        for thing in things:
            yield from (Judge(number, thing, value) for value in values)
            yield Unjudge(number, thing)
    yield from (Settle(thing, on) for thing in things for on in (True, False))


def notes(game: Game, state: State) -> Iterator[tuple[int, str, list[Write]]]:
    """For each seat and kind of item the ways of writing one: tied to nothing, lying nowhere or on some space."""
    step = game.step.get(state.at)
    kinds = dict.fromkeys(["none", *((step.makes, *step.kinds) if step else ()), *(
        (question.id for question in step.questions) if isinstance(step, Reflect) else ()
    )])  # fmt: skip
    places = ["", *(f"space:{space.id}" for space in game.spaces)]
    for number in _NUMBERS:
        for kind in filter(None, kinds):
            yield number, kind, [Write(number, TEXT, kind, at=at) for at in places]


def after(game: Game, *actions: Action, count: int = 3) -> State:
    """The state after these actions; waiting draws are answered first, in the order of the decks."""
    session = Session(game, seats(count))
    for action in actions:
        while session.state.run.owed and not isinstance(action, Deal | GoTo | Leave | Sit):
            session.do(next(one for one in legal(game, session.state) if isinstance(one, Deal)))
        session.do(action)
    return session.state
