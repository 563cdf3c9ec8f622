"""The rules of play, in four functions: `start`, `refusal` (the one authority), `legal` and `apply`.

Each family of actions has a file of its own: flow.py (steps, seats, turns), dealing.py (cards), writing.py (items),
placing.py (board and groups), judging.py (answers). A state is a value: the same actions always bring the same state.
"""

from collections.abc import Sequence
from typing import assert_never

from game.engine import dealing, flow, judging, placing, writing
from game.engine.actions import (
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
from game.engine.definition import PLAN, Game
from game.engine.reasons import Reason, Refused
from game.engine.state import Item, Seat, Shelf, State


def start(game: Game, seats: Sequence[Seat]) -> State:
    """The session at its first step, with an empty sheet for the plan and for each step that has fields of its own.

    Raises ValueError if there are too few or too many seats for the game, or one number is taken twice.
    """
    numbers = [seat.number for seat in seats]
    most = game.seats.most or flow.SEATS
    if not game.seats.least <= len(seats) <= most or len(set(numbers)) != len(numbers):
        raise ValueError(f"{game.id} takes {game.seats.least} to {most} seats, each once, not {numbers}")
    if any(not 1 <= number <= flow.SEATS for number in numbers):
        raise ValueError(f"seats are numbered 1 to {flow.SEATS}, not {numbers}")
    records, made, sheets = Shelf(), {}, {}
    for step in (PLAN, *(step.id for step in game.steps if step.fields)):
        sheets[step] = len(records)
        made[step] = (len(records),)
        records = records.added(Item(len(records), "sheet", step))
    order = tuple(step.id for step in game.steps)
    state = State(tuple(sorted(seats)), order, order[0], {}, records, made, sheets)
    return flow.enter(game, state, order[0])


def refusal(game: Game, state: State, action: Action) -> Reason | None:
    """Why the action may not be done in this state, or None if it may. Every other part of the program asks here."""
    match action:
        case (
            GoTo() | Skip() | Extend() | Arrange() | Sit() | Leave()
            | Turn() | Done() | Pass() | Resume() | NextRound() | Reveal() | Again()
        ):  # fmt: skip
            return flow.refusal(game, state, action)
        case Call() | Deal() | Keep() | Release() | Swap() | Lay():
            return dealing.refusal(game, state, action)
        case Write() | Amend() | Withdraw() | Restore() | Link() | Tag() | Park():
            return writing.refusal(game, state, action)
        case Place() | Move() | Gather() | Merge():
            return placing.refusal(game, state, action)
        case Judge() | Unjudge() | Settle():
            return judging.refusal(game, state, action)
        case _:
            assert_never(action)


def legal(game: Game, state: State) -> list[Action]:
    """What can be done now: none of it would be refused.

    Texts, dates and figures stand as specimens (`actions.TEXT` and the like), to be replaced by what people say. A waiting
    draw is answered in the order of the deck's file; any other cards of the deck would do as well. Changes to what earlier
    steps made are allowed too, but not listed.
    """
    return [
        *flow.offers(game, state),
        *dealing.offers(game, state),
        *writing.offers(game, state),
        *placing.offers(game, state),
        *judging.offers(game, state),
    ]


def apply(game: Game, state: State, action: Action) -> State:
    """The state after the action; the old one is untouched. Raises Refused if `refusal` has a reason."""
    reason = refusal(game, state, action)
    if reason is not None:
        raise Refused(reason)
    match action:
        case (
            GoTo() | Skip() | Extend() | Arrange() | Sit() | Leave()
            | Turn() | Done() | Pass() | Resume() | NextRound() | Reveal() | Again()
        ):  # fmt: skip
            return flow.apply(game, state, action)
        case Call() | Deal() | Keep() | Release() | Swap() | Lay():
            return dealing.apply(game, state, action)
        case Write() | Amend() | Withdraw() | Restore() | Link() | Tag() | Park():
            return writing.apply(game, state, action)
        case Place() | Move() | Gather() | Merge():
            return placing.apply(game, state, action)
        case Judge() | Unjudge() | Settle():
            return judging.apply(game, state, action)
        case _:
            assert_never(action)
