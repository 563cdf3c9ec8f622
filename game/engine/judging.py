"""Answers: a seat's pick, grade or vote on a thing, and what the table then settles on."""

from functools import lru_cache
from typing import assert_never

from game.engine.actions import Judge, Settle, Unjudge
from game.engine.definition import Budget, Choose, Game, Range, Reflect, Step, Vote
from game.engine.flow import may_act, present
from game.engine.reasons import Reason, because
from game.engine.results import card_of, cost, items, spent, things
from game.engine.state import Item, Judgement, Run, State
from game.engine.writing import marked, picks

Judging = Judge | Unjudge | Settle

PICK = "pick"
"""The one value of an answer in a choose step."""


def values(step: Step, thing: str) -> tuple[str, ...]:
    """What may be answered on a thing in a step."""
    match step:
        case Choose():
            return (PICK,)
        case Vote():
            return step.scale
        case Reflect():
            return next((question.options for question in step.questions if f"option:{question.id}" == thing), ())
        case _:
            return ()


def refusal(game: Game, state: State, action: Judging) -> Reason | None:
    """Why this may not be done now, or None."""
    step = game.step.get(state.at)
    if step is None:
        return because("ended")
    if isinstance(action, Settle):
        return _settle_refusal(game, state, step, action)
    if not isinstance(step, Choose | Vote | Reflect):
        return because("not-in-this-step")
    if not action.seat:
        return because("no-such-seat", seat=0)
    reason = may_act(game, state, action.seat, in_turn=isinstance(step, Vote))
    if reason:
        return reason
    run = state.run
    if isinstance(step, Vote) and step.secret and run.revealed:
        return because("answers-open")
    match action:
        case Judge(seat, thing, value, why):
            if thing not in things(game, state, step):
                return because("no-such-thing", thing=thing)
            if value not in values(step, thing):
                return because("no-such-value", value=value)
            if len(why) > step.limits.chars:
                return because("too-long", most=step.limits.chars)
            return _share_refusal(state, step, run, seat, thing, value)
        case Unjudge(seat, thing):
            return None if (seat, thing) in run.marks else because("no-such-thing", thing=thing)
        case _:
            assert_never(action)


def _share_refusal(state: State, step: Step, run: Run, seat: int, thing: str, value: str) -> Reason | None:
    """Picks, dots and ranks are shared out: a seat has only so many."""
    if isinstance(step, Choose):
        most = step.limits.seat.most
        over = most is not None and (seat, thing) not in run.marks and len(picks(run, seat)) >= most
        return because("seat-limit", most=most or 0) if over else None
    if not isinstance(step, Vote) or step.ballot not in ("dots", "rank"):
        return None
    others = [
        record.value
        for other in picks(run, seat)
        if other != thing and isinstance(record := state.records[run.marks[seat, other]], Judgement)
    ]
    if step.ballot == "rank":
        return because("rank-taken", value=value) if value in others else None
    used = sum(int(other) for other in others if other.isdecimal())
    return because("no-dots", most=step.dots) if value.isdecimal() and used + int(value) > step.dots else None


def _settles(step: Step) -> tuple[Range, Budget | None] | None:
    match step:
        case Choose(settle=Range() as bounds):
            return bounds, step.budget
        case Vote():
            return step.settle, step.budget
        case _:
            return None


def _settle_refusal(game: Game, state: State, step: Step, action: Settle) -> Reason | None:
    terms = _settles(step)
    if terms is None:
        return because("not-yours-to-settle")
    run = state.run
    if run.owed:
        return because("cards-first")
    if step.secret and not run.revealed and step.rounds[run.round].turns == "silent":
        return because("reveal-first")
    if (action.thing in run.settled) == action.on:
        return because("already-so")
    if not action.on:
        return None
    if action.thing not in things(game, state, step):
        return because("no-such-thing", thing=action.thing)
    bounds, budget = terms
    if bounds.most is not None and bounds.most != 1 and len(run.settled) >= bounds.most:
        return because("settle-limit", most=bounds.most)
    if budget is not None and budget.over == "refuse":
        left = budget.points - spent(game, state, step, budget)
        price = cost(game, state, action.thing, budget.field)
        if price > left:
            return because("over-budget", left=max(left, 0), cost=price)
    return None


def apply(game: Game, state: State, action: Judging) -> State:
    """The state after an action that was not refused."""
    run = state.run
    match action:
        case Judge(seat, thing, value, why):
            standing = run.marks.get((seat, thing))
            if standing is not None:
                old = state.records[standing]
                assert isinstance(old, Judgement)
                new = old._replace(value=value, reason=why or old.reason, round=run.round)
                return state._replace(records=state.records.changed(standing, new))
            state = _standing_for(game, state, thing)
            return marked(state, Judgement(len(state.records), state.at, seat, thing, value, why, run.round))
        case Unjudge(seat, thing):
            number = run.marks[seat, thing]
            marks = {key: record for key, record in run.marks.items() if record != number}
            gone = state.records[number]._replace(gone=True)
            return state._replace(
                records=state.records.changed(number, gone), runs={**state.runs, state.at: run._replace(marks=marks)}
            )
        case Settle(thing, on):
            if not on:
                settled = tuple(ref for ref in run.settled if ref != thing)
                return state._replace(runs={**state.runs, state.at: run._replace(settled=settled)})
            terms = _settles(game.step[state.at])
            only = terms is not None and terms[0].most == 1
            state = _standing_for(game, state, thing)
            settled = (thing,) if only else (*run.settled, thing)
            return state._replace(runs={**state.runs, state.at: state.run._replace(settled=settled)})
        case _:
            assert_never(action)


def _standing_for(game: Game, state: State, thing: str) -> State:
    """The state with an item that stands for a picked card, if it is one and a choose step picked it."""
    step = game.step[state.at]
    if not isinstance(step, Choose) or not thing.startswith("card:"):
        return state
    for item in items(state, step.id, step.makes, gone=True):
        if card_of(item) == thing[5:]:
            back = item._replace(gone=False)
            return state._replace(records=state.records.changed(item.id, back)) if item.gone else state
    number = len(state.records)
    made = {**state.made, step.id: (*state.made.get(step.id, ()), number)}
    records = state.records.added(Item(number, step.makes, step.id, round=state.run.round, links=(thing,)))
    return state._replace(records=records, made=made)


@lru_cache(maxsize=4096)
def _judges(seat: int, thing: str, scale: tuple[str, ...]) -> tuple[Judge, ...]:
    return tuple(Judge(seat, thing, value) for value in scale)


@lru_cache(maxsize=4096)
def _ballot(seat: int, all_things: tuple[str, ...], scale: tuple[str, ...]) -> tuple[Judge, ...]:
    return tuple(Judge(seat, thing, value) for thing in all_things for value in scale)


@lru_cache(maxsize=4096)
def _unjudge(seat: int, thing: str) -> Unjudge:
    return Unjudge(seat, thing)


@lru_cache(maxsize=4096)
def _settle(thing: str, on: bool) -> Settle:
    return Settle(thing, on)


def offers(game: Game, state: State) -> list[Judging]:
    """The answers and settlements that are open now."""
    step = game.step.get(state.at)
    if not isinstance(step, Choose | Vote | Reflect):
        return []
    run = state.run
    found: list[Judging] = []
    every = things(game, state, step)
    if not (isinstance(step, Vote) and step.secret and run.revealed):
        for seat in present(state):
            if may_act(game, state, seat, in_turn=isinstance(step, Vote)):
                continue
            mine = picks(run, seat)
            found += _answers(state, step, run, seat, every, mine)
            found += [_unjudge(seat, thing) for thing in mine]
    if _settles(step) is not None and not run.owed:
        if not step.secret or run.revealed or step.rounds[run.round].turns != "silent":
            found += [_settle(thing, False) for thing in run.settled]
            found += [
                settle
                for thing in every
                if thing not in run.settled and _settle_refusal(game, state, step, settle := _settle(thing, True)) is None
            ]
    return found


def _answers(
    state: State, step: Choose | Vote | Reflect, run: Run, seat: int, every: tuple[str, ...], mine: list[str]
) -> list[Judge]:
    found: list[Judge] = []
    match step:
        case Choose():
            most = step.limits.seat.most
            full = most is not None and len(mine) >= most
            found += _ballot(seat, tuple(thing for thing in every if thing in mine) if full else every, (PICK,))
        case Vote() if step.ballot not in ("dots", "rank"):
            found += _ballot(seat, every, step.scale)
        case _:
            for thing in every:
                for judge in _judges(seat, thing, values(step, thing)):
                    if _share_refusal(state, step, run, seat, thing, judge.value) is None:
                        found.append(judge)
    return found
