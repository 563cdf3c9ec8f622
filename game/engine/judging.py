"""Answers: a seat's pick, grade or vote on a thing, and what the table then settles on."""

from collections.abc import Mapping, Sequence
from typing import assert_never

from game.engine.actions import Judge, Settle, Unjudge
from game.engine.definition import Budget, Choose, Game, Range, Ref, Reflect, Step, Vote
from game.engine.flow import SEATS, acting, may_act
from game.engine.memory import Made, Memory
from game.engine.reasons import Reason, because
from game.engine.results import about_refs, cost, is_thing, picks, results, spent, things
from game.engine.state import Item, Judgement, Run, State

Judging = Judge | Unjudge | Settle

_ANSWERED = (Choose, Vote, Reflect)

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
    if not isinstance(step, _ANSWERED):
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
            if not is_thing(game, state, step, thing):
                return because("no-such-thing", thing=thing)
            if value not in values(step, thing):
                return because("no-such-value", value=value)
            if len(why) > step.limits.chars:
                return because("too-long", most=step.limits.chars)
            return _share_refusal(game, state, step, seat, thing, value, run)
        case Unjudge(seat, thing):
            return None if thing in picks(run, seat) else because("no-such-thing", thing=thing)
        case _:
            assert_never(action)


def _share_refusal(
    game: Game, state: State, step: Step, seat: int, thing: Ref, value: str, run: Run
) -> Reason | None:
    """Picks, dots and ranks are shared out: a seat has only so many, and so has the table."""
    mine = picks(run, seat)
    if isinstance(step, Choose):
        most = step.limits.seat.most
        if thing in mine:
            return None
        if most is not None and len(mine) >= most:
            return because("seat-limit", most=most)
        return _table_refusal(game, state, step, run, thing)
    if not isinstance(step, Vote) or step.ballot not in ("dots", "rank"):
        return None
    every = things(game, state, step)
    others = [
        record.value
        for other, number in mine.items()
        if other != thing and other in every and isinstance(record := state.records[number], Judgement)
    ]
    if step.ballot == "rank":
        return because("rank-taken", value=value) if value in others else None
    used = sum(int(other) for other in others if other.isdecimal())
    return because("no-dots", most=step.dots) if value.isdecimal() and used + int(value) > step.dots else None


def _table_refusal(game: Game, state: State, step: Choose, run: Run, thing: Ref) -> Reason | None:
    """Where every pick counts, the table may pick only so many different things."""
    most = step.limits.table.most
    if most is None or step.settle is not None or _stands(state, run, thing):
        return None
    return because("table-limit", most=most) if len(results(game, state, step.id)) >= most else None


def _stands(state: State, run: Run, thing: Ref) -> bool:
    """Whether a thing is among the results of a choose step already: a card that was picked, or anything else."""
    number = run.stands.get(thing)
    if number is not None:
        return not state.records[number].gone
    return any(thing in own for own in run.marks.values())


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
    if _kept_back(step, run):
        return because("reveal-first")
    if (action.thing in run.settled) == action.on:
        return because("already-so")
    if not action.on:
        return None
    if not is_thing(game, state, step, action.thing):
        return because("no-such-thing", thing=action.thing)
    bounds, budget = terms
    if bounds.most is not None and bounds.most != 1 and len(run.settled) >= bounds.most:
        return because("settle-limit", most=bounds.most)
    left = _left(game, state, step, terms)
    if left is not None and budget is not None:
        price = cost(game, state, action.thing, budget.field)
        if price > left:
            return because("over-budget", left=max(left, 0), cost=price)
    return None


def _kept_back(step: Step, run: Run) -> bool:
    """Whether answers are still secret."""
    return step.secret and not run.revealed and step.rounds[run.round].turns == "silent"


def _left(game: Game, state: State, step: Step, terms: tuple[Range, Budget | None]) -> int | None:
    """The points of the budget that one more settlement may take, or None if it may take any.

    Where only one thing is settled, it gives way to the next, and so do its points.
    """
    bounds, budget = terms
    if budget is None or budget.over != "refuse":
        return None
    return budget.points - (0 if bounds.most == 1 else spent(game, state, step, budget))


def apply(game: Game, state: State, action: Judging) -> State:
    """The state after an action that was not refused."""
    run, step = state.run, game.step[state.at]
    match action:
        case Judge(seat, thing, value, why):
            standing = picks(run, seat).get(thing)
            if standing is not None:
                old = state.records[standing]
                assert isinstance(old, Judgement)
                reason = why or (old.reason if value == old.value else "")
                return state.changed(old._replace(value=value, reason=reason, round=run.round))
            state = _stood_for(state, step, thing)
            judgement = Judgement(len(state.records), step.id, seat, thing, value, why, run.round)
            return state.added(judgement, state.run.marked(judgement))
        case Unjudge(seat, thing):
            record = state.records[run.marks[seat][thing]]
            state = state.changed(record._replace(gone=True)).with_run(run.unmarked(seat, thing))
            return _unless_wanted(state, step, thing)
        case Settle(thing, on):
            bounds = _settles(step)
            if on:
                state = _stood_for(state, step, thing)
                dropped = run.settled if bounds is not None and bounds[0].most == 1 else ()
            else:
                dropped = (thing,)
            rest = tuple(ref for ref in run.settled if ref not in dropped)
            state = state.with_run(state.run._replace(settled=(*rest, thing) if on else rest))
            for ref in dropped:
                state = _unless_wanted(state, step, ref)
            return state
        case _:
            assert_never(action)


# Items that stand for cards: a choose step has one for each card that somebody picked or the table settled on.


def _stood_for(state: State, step: Step, thing: Ref) -> State:
    """The state with an item that stands for the thing, if it is a card of a choose step."""
    if not isinstance(step, Choose) or not thing.startswith("card:"):
        return state
    run = state.runs[step.id]
    number = run.stands.get(thing)
    if number is not None:
        item = state.item(number)
        return state.changed(item._replace(gone=False)) if item.gone else state
    number = len(state.records)
    item = Item(number, step.makes, step.id, round=run.round, links=(thing,), card=thing[5:])
    return state.added(item, run._replace(stands={**run.stands, thing: number}))


def _unless_wanted(state: State, step: Step, thing: Ref) -> State:
    """The state without the item that stood for a card which nobody picks any more."""
    run = state.runs[step.id]
    number = run.stands.get(thing)
    if number is None or thing in run.settled or any(thing in own for own in run.marks.values()):
        return state
    return state.changed(state.item(number)._replace(gone=True))


# Answers that go and come back with the thing they are about.


def forgotten(state: State, item: Item, ref: Ref, steps: tuple[str, ...]) -> State:
    """The state in which nobody answers on an item that was withdrawn, and nothing about it is settled."""
    for name in steps:
        run = state.runs[name]
        for seat, own in run.marks.items():
            if ref in own:
                record = state.records[own[ref]]
                assert isinstance(record, Judgement)
                state = state.changed(record._replace(gone=True, went=item.id))
                run = run.unmarked(seat, ref)
        if ref in run.settled:
            run = run._replace(settled=tuple(other for other in run.settled if other != ref))
        if run is not state.runs[name]:
            state = state.with_run(run, name)
    return state


def remembered(game: Game, state: State, item: Item) -> State:
    """The state with the answers that went when the item was withdrawn, as far as they are still possible."""
    for name in state.runs:
        step = game.step[name]
        for record in state.records.judgements_of(name):
            seat, thing, run = record.seat, record.thing, state.runs[name]
            if record.went != item.id or thing in picks(run, seat) or not is_thing(game, state, step, thing):
                continue
            if _share_refusal(game, state, step, seat, thing, record.value, run) is None:
                back = record._replace(gone=False, went=-1)
                state = state.changed(back).with_run(run.marked(back), name)
    return state


_judge: Made[tuple[int, Ref, str], Judge] = Made(Judge)
_unjudge: Made[tuple[int, Ref], Unjudge] = Made(Unjudge)
_settle: Made[tuple[Ref, bool], Settle] = Made(Settle)

_ballots: Memory[Mapping[int, tuple[Judge, ...]]] = Memory()
_whole: Memory[list[tuple[Judge, ...]]] = Memory()
_to_settle: Memory[list[Settle]] = Memory()
_offers: Memory[list[Sequence[Judging]]] = Memory()


def offers(game: Game, state: State, step: Step | None, run: Run) -> Sequence[Sequence[Judging]]:
    """The answers and settlements that are open now, in parts."""
    if not isinstance(step, _ANSWERED):
        return ()
    fixed, more = _things(game, state, step)
    records = state.records
    costs = records.items if not isinstance(step, Reflect) and step.budget is not None else None
    given = (
        game, state.here, fixed, more, costs, run.marks, run.settled,
        run.turn, run.done, run.revealed, run.owed, run.round,
        (records.items_of(step.id), records.judgements_of(step.id)) if _shares(step) else None,
    )  # fmt: skip
    return _offers.of(step.id, given, _new_offers, game, state, step, fixed, more, costs)


def _new_offers(
    game: Game,
    state: State,
    step: Choose | Vote | Reflect,
    fixed: tuple[Ref, ...],
    more: tuple[Ref, ...],
    costs: object,
) -> list[Sequence[Judging]]:
    run, is_vote = state.run, isinstance(step, Vote)
    parts: list[Sequence[Judging]] = []
    if not (is_vote and step.secret and run.revealed):
        seats, marks = acting(state, step, run, in_turn=is_vote), run.marks
        ballots = _whole.of(step.id, (game, seats, fixed, more), _whole_ballots, step, seats, fixed, more)
        if _shares(step):
            parts += [_left_to(game, state, step, seat, one) for seat, one in zip(seats, ballots, strict=True)]
        else:
            parts += ballots
        parts.append([_unjudge[seat, thing] for seat in seats if seat in marks for thing in marks[seat]])
    terms = _settles(step)
    if terms is not None and not run.owed and not _kept_back(step, run):
        given = (game, run.settled, fixed, more, costs)
        parts.append(_to_settle.of(step.id, given, _settlements, game, state, step, terms, (*fixed, *more)))
    return parts


def _things(game: Game, state: State, step: Choose | Vote | Reflect) -> tuple[tuple[Ref, ...], tuple[Ref, ...]]:
    """The things of a step, as `things` says: those that are always there, and those that the table has made."""
    if isinstance(step, Choose):
        about, own = about_refs(game, state, step), state.run.own
        return game.deck_refs[step.id], about + own if about else own
    return things(game, state, step), ()


def _whole_ballots(
    step: Step, seats: tuple[int, ...], fixed: tuple[Ref, ...], more: tuple[Ref, ...]
) -> list[tuple[Judge, ...]]:
    """For each of these seats all its answers on these things."""
    ballots = _ballots.of(step.id, (step, fixed), _ballots_of, step, fixed)
    return [ballots[seat] + tuple(_judge[seat, ref, PICK] for ref in more) for seat in seats]


def _ballots_of(step: Step, every: tuple[Ref, ...]) -> Mapping[int, tuple[Judge, ...]]:
    return {
        seat: tuple(_judge[seat, thing, value] for thing in every for value in values(step, thing))
        for seat in range(1, SEATS + 1)
    }


def _shares(step: Choose | Vote | Reflect) -> bool:
    """Whether what a seat or the table has answered leaves less to answer."""
    if isinstance(step, Choose):
        limits = step.limits
        return limits.seat.most is not None or (limits.table.most is not None and step.settle is None)
    return isinstance(step, Vote) and step.ballot in ("dots", "rank")


def _left_to(
    game: Game, state: State, step: Choose | Vote | Reflect, seat: int, ballot: tuple[Judge, ...]
) -> Sequence[Judge]:
    """What of a whole ballot is open to a seat that has only so many picks, dots or ranks."""
    run = state.run
    if isinstance(step, Choose):
        mine, most = picks(run, seat), step.limits.seat.most
        if most is not None and len(mine) >= most:
            return [_judge[seat, thing, PICK] for thing in mine]
        if step.limits.table.most is None or step.settle is not None:
            return ballot
    return [one for one in ballot if _share_refusal(game, state, step, seat, one.thing, one.value, run) is None]


def _settlements(
    game: Game, state: State, step: Step, terms: tuple[Range, Budget | None], every: tuple[Ref, ...]
) -> list[Settle]:
    settled = state.run.settled
    found = [_settle[thing, False] for thing in settled]
    bounds, budget = terms
    if bounds.most is not None and bounds.most != 1 and len(settled) >= bounds.most:
        return found
    left = _left(game, state, step, terms)
    for thing in every:
        if thing not in settled:
            if budget is None or left is None or cost(game, state, thing, budget.field) <= left:
                found.append(_settle[thing, True])
    return found
