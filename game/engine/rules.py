"""The rules of play, in four functions: `start`, `refusal` (the one authority), `legal` and `apply`.

Each family of actions has a file of its own: flow.py (steps, seats, turns), dealing.py (cards), writing.py (new
items), amending.py (what becomes of them), placing.py (board and groups), judging.py (answers). A state is a value:
the same actions always bring the same state.
"""

from collections.abc import Sequence
from typing import assert_never

from game.engine import amending, dealing, flow, judging, placing, writing
from game.engine.actions import (
    Action,
    AmendingAction,
    CardAction,
    FlowAction,
    JudgingAction,
    PlacingAction,
    WritingAction,
)
from game.engine.definition import PLAN, Game
from game.engine.reasons import Reason, Refused
from game.engine.state import Item, Records, Seat, State


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
    order = tuple(step.id for step in game.steps)
    records, sheets = Records(), {}
    for step in (PLAN, *(step.id for step in game.steps if step.fields)):
        sheets[step] = len(records)
        records = records.added(Item(len(records), "sheet", step))
    state = State((), (), order, frozenset(), order[0], {}, records, sheets).seated(seats)
    return flow.enter(game, state, order[0])


def refusal(game: Game, state: State, action: Action) -> Reason | None:
    """Why the action may not be done in this state, or None if it may. Every other part of the program asks here."""
    match action:
        case FlowAction():
            return flow.refusal(game, state, action)
        case JudgingAction():
            return judging.refusal(game, state, action)
        case AmendingAction():
            return amending.refusal(game, state, action)
        case PlacingAction():
            return placing.refusal(game, state, action)
        case WritingAction():
            return writing.refusal(game, state, action)
        case CardAction():
            return dealing.refusal(game, state, action)
        case _:
            assert_never(action)


def legal(game: Game, state: State) -> list[Action]:
    """What can be done now: none of it would be refused.

    Texts, dates and figures stand as specimens (`actions.TEXT` and the like), to be replaced by what people say. A
    waiting draw is answered in the order of the deck's file; any other cards of the deck would do as well. Changes to
    what earlier steps made are allowed too, but not listed.
    """
    step, run = game.step.get(state.at), state.run
    found: list[Action] = []
    for offers in (flow.offers, judging.offers, placing.offers, amending.offers, writing.offers, dealing.offers):
        for part in offers(game, state, step, run):
            found += part
    return found


def apply(game: Game, state: State, action: Action) -> State:
    """The state after the action; the old one is untouched. Raises Refused if `refusal` has a reason."""
    reason = refusal(game, state, action)
    if reason is not None:
        raise Refused(reason)
    match action:
        case FlowAction():
            return flow.apply(game, state, action)
        case JudgingAction():
            return judging.apply(game, state, action)
        case AmendingAction():
            return amending.apply(game, state, action)
        case PlacingAction():
            return placing.apply(game, state, action)
        case WritingAction():
            return writing.apply(game, state, action)
        case CardAction():
            return dealing.apply(game, state, action)
        case _:
            assert_never(action)
