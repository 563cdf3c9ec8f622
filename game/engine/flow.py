"""Where the session goes, who sits at the table, and whose turn it is."""

from functools import lru_cache
from typing import assert_never

from game.engine.actions import (
    Again,
    Arrange,
    Done,
    Extend,
    GoTo,
    Leave,
    NextRound,
    Pass,
    Resume,
    Reveal,
    Sit,
    Skip,
    Turn,
)
from game.engine.definition import END, Commit, Game, Step
from game.engine.reasons import Reason, because
from game.engine.results import about, items, run_of
from game.engine.state import Item, Owed, Run, Seat, State

Flow = GoTo | Skip | Extend | Arrange | Sit | Leave | Turn | Done | Pass | Resume | NextRound | Reveal | Again

SEATS = 8
"""Seats at one table: as many as have a colour, a shape and a number key of their own."""

MOST_MINUTES = 240
NAME_CHARS = 60


def present(state: State) -> tuple[int, ...]:
    """The numbers of the seats that are taken now."""
    return tuple(seat.number for seat in state.seats if seat.here)


def turns_of(step: Step, run: Run) -> str:
    """How seats act in the round at hand: together, round or silent."""
    return step.rounds[run.round].turns


def may_act(game: Game, state: State, seat: int, *, in_turn: bool = True) -> Reason | None:
    """Why this seat may not act in the step at hand, or None.

    In turns only the seat whose turn it is acts, until the round is over; in silence nobody whose ballot is folded. The
    table itself (seat 0) is never kept waiting.
    """
    step = game.step.get(state.at)
    if step is None:
        return because("ended")
    run = state.run
    if run.owed:
        return because("cards-first")
    if seat == 0:
        return None
    if all(taken.number != seat or not taken.here for taken in state.seats):
        return because("no-such-seat", seat=seat)
    turns = step.rounds[run.round].turns
    if turns == "round":
        if in_turn and run.turn and run.turn != seat:
            return because("not-your-turn", seat=run.turn)
    elif turns == "silent" and seat in run.done and not run.revealed:
        return because("seat-is-done", seat=seat)
    return None


def refusal(game: Game, state: State, action: Flow) -> Reason | None:
    """Why this may not be done now, or None."""
    match action:
        case GoTo(step):
            if step != END and step not in game.step:
                return because("no-such-step", step=step)
            return because("already-there", step=step) if step == state.at else None
        case Skip(step, on):
            if step not in game.step:
                return because("no-such-step", step=step)
            return because("already-so") if run_of(state, step).skipped == on else None
        case Extend(step, minutes):
            if step not in game.step:
                return because("no-such-step", step=step)
            whole = run_of(state, step).extra + minutes
            return because("bad-minutes", most=MOST_MINUTES) if not minutes or abs(whole) > MOST_MINUTES else None
        case Arrange(order):
            if sorted(order) != sorted(state.order):
                return because("bad-order")
            return because("already-so") if order == state.order else None
        case Sit(seat, name, role):
            if not 1 <= seat <= SEATS:
                return because("no-such-seat", seat=seat)
            if len(name) > NAME_CHARS or len(role) > NAME_CHARS:
                return because("too-long", most=NAME_CHARS)
            old = next((taken for taken in state.seats if taken.number == seat), None)
            if old is not None and old.here:
                return because("already-so") if (name, role) == (old.name, old.role) else None
            return because("seats-full") if len(present(state)) >= (game.seats.most or SEATS) else None
        case Leave(seat):
            if seat not in present(state):
                return because("no-such-seat", seat=seat)
            return because("seats-few", least=game.seats.least) if len(present(state)) <= game.seats.least else None
    step_now = game.step.get(state.at)
    if step_now is None:
        return because("ended")
    run = state.run
    turns = step_now.rounds[run.round].turns
    match action:
        case Turn(seat):
            if seat not in present(state):
                return because("no-such-seat", seat=seat)
            if turns != "round":
                return because("no-turns")
            return because("already-so") if run.turn == seat else None
        case Done(seat) | Pass(seat):
            reason = may_act(game, state, seat)
            if reason or not seat:
                return reason or because("no-such-seat", seat=seat)
            return because("seat-is-done", seat=seat) if seat in run.done else None
        case Resume(seat):
            if turns == "round":
                return because("no-turns")
            return None if seat in run.done else because("seat-not-done", seat=seat)
        case NextRound():
            if run.owed:
                return because("cards-first")
            return because("last-round") if run.round + 1 >= len(step_now.rounds) else None
        case Reveal():
            hides = step_now.secret and turns == "silent" and not run.revealed
            return None if hides else because("nothing-hidden")
        case Again():
            return None if step_now.secret and run.revealed else because("nothing-to-repeat")
        case _:
            assert_never(action)


def apply(game: Game, state: State, action: Flow) -> State:
    """The state after an action that was not refused."""
    match action:
        case GoTo(step):
            return enter(game, state, step)
        case Skip(step, on):
            return _with_run(state, step, run_of_or_new(game, state, step)._replace(skipped=on))
        case Extend(step, minutes):
            run = run_of_or_new(game, state, step)
            return _with_run(state, step, run._replace(extra=run.extra + minutes))
        case Arrange(order):
            return state._replace(order=order)
        case Sit(seat, name, role):
            others = [taken for taken in state.seats if taken.number != seat]
            return state._replace(seats=tuple(sorted([*others, Seat(seat, name, role)])))
        case Leave(seat):
            gone = tuple(taken._replace(here=taken.here and taken.number != seat) for taken in state.seats)
            state = state._replace(seats=gone)
            return _turn_on(game, state, seat) if state.run.turn == seat else state
        case Turn(seat):
            return _with_run(state, state.at, state.run._replace(turn=seat, done=state.run.done - {seat}))
        case Done(seat):
            return _ready(game, state, seat)
        case Pass(seat):
            run = state.run
            return _ready(game, _with_run(state, state.at, run._replace(passed=run.passed | {seat})), seat)
        case Resume(seat):
            run = state.run
            return _with_run(state, state.at, run._replace(done=run.done - {seat}, passed=run.passed - {seat}))
        case NextRound():
            return _with_run(state, state.at, opened(game, state, game.step[state.at], state.run, state.run.round + 1))
        case Reveal():
            return _with_run(state, state.at, state.run._replace(revealed=True))
        case Again():
            return _with_run(state, state.at, state.run._replace(revealed=False, done=frozenset(), passed=frozenset()))
        case _:
            assert_never(action)


def enter(game: Game, state: State, step_id: str) -> State:
    """The session is at this step; what was done there before stands.

    Chosen things get their records to fill in. Hidden notes that the step works on are opened: nobody can sort or weigh
    what cannot be seen.
    """
    state = state._replace(at=step_id)
    step = game.step.get(step_id)
    if step is None:
        return state
    for source in (*step.about, *step.otherwise):
        earlier = state.runs.get(source.step)
        if earlier is not None and not earlier.revealed and game.step[source.step].secret:
            state = _with_run(state, source.step, earlier._replace(revealed=True))
    run = state.runs.get(step_id)
    if run is None or not run.drawn:
        fresh = opened(game, state, step, run or Run(), 0)
        state = _with_run(state, step_id, fresh._replace(skipped=False))
    else:
        if run.skipped:
            state = _with_run(state, step_id, run._replace(skipped=False))
        if run.turn and run.turn not in present(state):
            state = _turn_on(game, state, run.turn)
    return _records_to_fill(game, state, step) if isinstance(step, Commit) else state


def run_of_or_new(game: Game, state: State, step_id: str) -> Run:
    """The run of a step, which need not have been entered."""
    return state.runs.get(step_id) or Run()


def opened(game: Game, state: State, step: Step, run: Run, number: int) -> Run:
    """The run with round `number` begun: nobody is ready, the cards of the round are owed, the first seat is up.

    Which seat begins changes from step to step and round to round, so that no one is always first.
    """
    plan = step.rounds[number]
    here = present(state)
    first = 0
    if plan.turns == "round" and here:
        first = here[(game.steps.index(step) + number) % len(here)]
    owed = tuple(
        Owed(draw.deck, draw.cards, here if draw.to == "seat" else (0,), draw.spread) for draw in plan.draws if here
    )
    drawn = run.drawn + ((),) * (number + 1 - len(run.drawn))
    return run._replace(
        round=number, turn=first, lap=0, done=frozenset(), passed=frozenset(), revealed=False,
        owed=run.owed + owed, drawn=drawn,
    )  # fmt: skip


def _ready(game: Game, state: State, seat: int) -> State:
    step = game.step[state.at]
    if turns_of(step, state.run) == "round":
        return _turn_on(game, state, seat)
    return _with_run(state, state.at, state.run._replace(done=state.run.done | {seat}))


def _turn_on(game: Game, state: State, seat: int) -> State:
    """The turn goes to the next seat that has not had it in this lap; after the last lap to nobody."""
    step, run, here = game.step[state.at], state.run, present(state)
    done = run.done | {seat}
    lap = run.lap
    if done.issuperset(here):
        lap += 1
        if lap >= step.rounds[run.round].laps:
            return _with_run(state, state.at, run._replace(turn=0, lap=lap, done=done))
        done = frozenset()
    later = [number for number in here if number > seat] + [number for number in here if number <= seat]
    turn = next((number for number in later if number not in done), 0)
    return _with_run(state, state.at, run._replace(turn=turn, lap=lap, done=done))


def _records_to_fill(game: Game, state: State, step: Step) -> State:
    """One record for each thing that this step is about and that has none yet."""
    have = {link for item in items(state, step.id, step.makes, gone=True) for link in item.links}
    records, made = state.records, list(state.made.get(step.id, ()))
    for thing in about(game, state, step):
        if thing.ref not in have:
            made.append(len(records))
            records = records.added(Item(len(records), step.makes, step.id, links=(thing.ref,)))
    if len(records) == len(state.records):
        return state
    return state._replace(records=records, made={**state.made, step.id: tuple(made)})


def _with_run(state: State, step: str, run: Run) -> State:
    return state._replace(runs={**state.runs, step: run})


@lru_cache(maxsize=256)
def _always(order: tuple[str, ...], at: str, seats: tuple[Seat, ...], least: int, most: int) -> tuple[Flow, ...]:
    here = [seat.number for seat in seats if seat.here]
    free = next((number for number in range(1, SEATS + 1) if number not in here), 0)
    found: list[Flow] = [GoTo(step) for step in (*order, END) if step != at]
    if free and len(here) < most:
        old = next((seat for seat in seats if seat.number == free), Seat(free))
        found.append(Sit(free, old.name, old.role))
    if len(here) > least:
        found += [Leave(number) for number in here]
    place = order.index(at) if at in order else len(order)
    if len(order) - place > 2:
        found.append(Arrange((*order[: place + 1], order[place + 2], order[place + 1], *order[place + 3 :])))
    return tuple(found)


@lru_cache(maxsize=256)
def _turns(here: tuple[int, ...], turn: int, done: frozenset[int]) -> tuple[Flow, ...]:
    found: list[Flow] = [Turn(seat) for seat in here if seat != turn]
    ready = [turn] if turn else list(here)
    for seat in ready:
        if seat not in done:
            found += [Done(seat), Pass(seat)]
    return tuple(found)


@lru_cache(maxsize=1024)
def _ready_or_not(here: tuple[int, ...], done: frozenset[int]) -> tuple[Flow, ...]:
    found: list[Flow] = []
    for seat in here:
        if seat not in done:
            found += [Done(seat), Pass(seat)]
    return (*found, *(Resume(seat) for seat in sorted(done)))


@lru_cache(maxsize=256)
def _skip(step: str, on: bool) -> Skip:
    return Skip(step, on)


@lru_cache(maxsize=128)
def _longer(step: str) -> Extend:
    return Extend(step, 2)


_NEXT_ROUND, _REVEAL, _AGAIN = NextRound(), Reveal(), Again()


def offers(game: Game, state: State) -> list[Flow]:
    """The flow actions that are open now, with two minutes as the specimen of more time."""
    found: list[Flow] = list(
        _always(state.order, state.at, state.seats, game.seats.least, game.seats.most or SEATS)
    )
    for step_id in state.order:
        run = state.runs.get(step_id)
        found.append(_skip(step_id, not (run and run.skipped)))
    step = game.step.get(state.at)
    if step is None:
        return found
    run = state.run
    if run.extra + 2 <= MOST_MINUTES:
        found.append(_longer(step.id))
    here = present(state)
    turns = step.rounds[run.round].turns
    if turns == "round":
        if run.owed:
            found += [Turn(seat) for seat in here if seat != run.turn]
        else:
            found += _turns(here, run.turn, run.done)
    elif run.owed:
        found += [Resume(seat) for seat in sorted(run.done)]
    else:
        found += _ready_or_not(here, run.done)
    if run.round + 1 < len(step.rounds) and not run.owed:
        found.append(_NEXT_ROUND)
    if step.secret:
        if run.revealed:
            found.append(_AGAIN)
        elif turns == "silent":
            found.append(_REVEAL)
    return found
