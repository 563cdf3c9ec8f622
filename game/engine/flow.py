"""Where the session goes, who sits at the table, and whose turn it is."""

from collections.abc import Sequence
from functools import lru_cache
from typing import assert_never

from game.engine.actions import (
    TEXT,
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
from game.engine.definition import END, Commit, Game, Step, Vote
from game.engine.memory import Made, Memory
from game.engine.reasons import Reason, because
from game.engine.results import about_refs, is_skipped, items, run_of, was_entered
from game.engine.state import Item, Owed, Run, Seat, State

Flow = GoTo | Skip | Extend | Arrange | Sit | Leave | Turn | Done | Pass | Resume | NextRound | Reveal | Again

SEATS = 8
"""Seats at one table: as many as have a colour, a shape and a number key of their own."""

MOST_MINUTES = 240
NAME_CHARS = 60


def present(state: State) -> tuple[int, ...]:
    """The numbers of the seats that are taken now."""
    return state.here


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
    if seat not in state.here:
        return because("no-such-seat", seat=seat)
    turns = step.rounds[run.round].turns
    if turns == "round":
        if in_turn and run.turn and run.turn != seat:
            return because("not-your-turn", seat=run.turn)
    elif turns == "silent" and seat in run.done and not run.revealed:
        return because("seat-is-done", seat=seat)
    return None


def acting(state: State, step: Step, run: Run, *, in_turn: bool = True) -> tuple[int, ...]:
    """The seats that may act in the step at hand, as `may_act` says, without the table itself; `run` is its run."""
    if run.owed:
        return ()
    turns = step.rounds[run.round].turns
    if turns == "round" and in_turn and run.turn:
        return (run.turn,) if run.turn in state.here else ()
    if turns == "silent" and run.done and not run.revealed:
        return tuple(seat for seat in state.here if seat not in run.done)
    return state.here


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
            return because("already-so") if is_skipped(state, step) == on else None
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
            if seat not in present(state):
                return because("no-such-seat", seat=seat)
            return None if seat in run.done else because("seat-not-done", seat=seat)
        case NextRound():
            if run.owed:
                return because("cards-first")
            return because("last-round") if run.round + 1 >= len(step_now.rounds) else None
        case Reveal():
            hides = step_now.secret and turns == "silent" and not run.revealed
            return None if hides else because("nothing-hidden")
        case Again():
            repeats = step_now.secret and turns == "silent" and run.revealed
            return None if repeats else because("nothing-to-repeat")
        case _:
            assert_never(action)


def apply(game: Game, state: State, action: Flow) -> State:
    """The state after an action that was not refused."""
    run = state.run
    match action:
        case GoTo(step):
            return enter(game, state, step)
        case Skip(step, on):
            return state._replace(skipped=state.skipped | {step} if on else state.skipped - {step})
        case Extend(step, minutes):
            run = run_of(state, step)
            return state.with_run(run._replace(extra=run.extra + minutes), step)
        case Arrange(order):
            return state._replace(order=order)
        case Sit(seat, name, role):
            return state.seated([*(taken for taken in state.seats if taken.number != seat), Seat(seat, name, role)])
        case Leave(seat):
            return _left(game, state, seat)
        case Turn(seat):
            return state.with_run(run._replace(turn=seat, done=run.done - {seat}))
        case Done(seat):
            return _ready(game, state, seat)
        case Pass(seat):
            return _ready(game, state.with_run(run._replace(passed=run.passed | {seat})), seat)
        case Resume(seat):
            return state.with_run(run._replace(done=run.done - {seat}, passed=run.passed - {seat}))
        case NextRound():
            return state.with_run(opened(game, state, game.step[state.at], run, run.round + 1))
        case Reveal():
            return state.with_run(run._replace(revealed=True))
        case Again():
            return state.with_run(run._replace(revealed=False, done=frozenset(), passed=frozenset()))
        case _:
            assert_never(action)


def enter(game: Game, state: State, step_id: str) -> State:
    """The session is at this step; what was done there before stands, and it is no longer left out.

    Chosen things get their records to fill in, and cards to vote on the items that stand for them. Hidden notes that
    the step works on are opened: nobody can sort or weigh what cannot be seen. At the end everything is open.
    """
    step = game.step.get(step_id)
    if step_id in state.skipped:
        state = state._replace(skipped=state.skipped - {step_id})
    state = state._replace(at=step_id)
    for name in [source.step for source in (*step.about, *step.otherwise)] if step else list(state.runs):
        earlier = state.runs.get(name)
        if earlier is not None and not earlier.revealed and game.step[name].secret:
            state = state.with_run(earlier._replace(revealed=True), name)
    if step is None:
        return state
    run = state.run
    if not was_entered(state, step_id):
        state = state.with_run(opened(game, state, step, run, 0))
    elif run.turn and run.turn not in present(state):
        state = _turn_on(game, state, run.turn)
    return _records_to_fill(game, state, step)


def _left(game: Game, state: State, seat: int) -> State:
    """The state without the seat at the table.

    What it made stays, its hand lies open for the others, cards are no longer owed to it, and its turn goes on.
    """
    seats = [taken._replace(here=False) if taken.number == seat else taken for taken in state.seats]
    runs = dict(state.runs)
    for step, run in state.runs.items():
        if any(seat in owed.seats for owed in run.owed):
            rest = [owed._replace(seats=tuple(other for other in owed.seats if other != seat)) for owed in run.owed]
            runs[step] = run = run._replace(owed=tuple(owed for owed in rest if owed.seats))
        if run.hands.get(seat):
            hands, kept = {**run.hands}, {**run.kept}
            kept.pop(seat, None)
            runs[step] = run._replace(spare=(*run.spare, *hands.pop(seat)), hands=hands, kept=kept)
    state = state._replace(runs=runs).seated(seats)
    return _turn_on(game, state, seat) if state.run.turn == seat else state


def opened(game: Game, state: State, step: Step, run: Run, number: int) -> Run:
    """The run with round `number` begun: nobody is ready, the cards of the round are owed, the first seat is up.

    Which seat begins changes from step to step and round to round, so that no one is always first.
    """
    plan = step.rounds[number]
    here = present(state)
    first = 0
    if plan.turns == "round" and here:
        first = here[(game.place[step.id] + number) % len(here)]
    owed = tuple(
        Owed(draw.deck, draw.cards, here if draw.to == "seat" else (0,), draw.spread) for draw in plan.draws if here
    )
    drawn = run.drawn + ((),) * (number + 1 - len(run.drawn))
    return run._replace(
        round=number, turn=first, lap=0, done=frozenset(), passed=frozenset(), revealed=False,
        owed=run.owed + owed, drawn=drawn,
    )  # fmt: skip


def _ready(game: Game, state: State, seat: int) -> State:
    run = state.run
    if turns_of(game.step[state.at], run) == "round":
        return _turn_on(game, state, seat)
    return state.with_run(run._replace(done=run.done | {seat}))


def _turn_on(game: Game, state: State, seat: int) -> State:
    """The turn goes to the next seat that has not had it in this lap; after the last lap to nobody."""
    step, run, here = game.step[state.at], state.run, present(state)
    done = run.done | {seat}
    lap = run.lap
    if done.issuperset(here):
        lap += 1
        if lap >= step.rounds[run.round].laps:
            return state.with_run(run._replace(turn=0, lap=lap, done=done))
        done = frozenset()
    later = [number for number in here if number > seat] + [number for number in here if number <= seat]
    turn = next((number for number in later if number not in done), 0)
    return state.with_run(run._replace(turn=turn, lap=lap, done=done))


def _records_to_fill(game: Game, state: State, step: Step) -> State:
    """One record for each thing that has none yet: the chosen ones to commit to, or the cards to vote on."""
    match step:
        case Commit():
            refs = about_refs(game, state, step)
        case Vote(about=()):
            refs = game.deck_refs[step.id]
        case _:
            return state
    have = {link for item in items(state, step.id, step.makes, gone=True) for link in item.links}
    for ref in refs:
        if ref not in have:
            card = ref[5:] if ref.startswith("card:") else ""
            state = state.added(Item(len(state.records), step.makes or "card", step.id, links=(ref,), card=card))
    return state


_go_to: Made[str, GoTo] = Made(GoTo)
_skip: Made[tuple[str, bool], Skip] = Made(Skip)
_sit: Made[tuple[int, str, str], Sit] = Made(Sit)
_leave: Made[int, Leave] = Made(Leave)
_turn: Made[int, Turn] = Made(Turn)
_resume: Made[int, Resume] = Made(Resume)
_ready_or_pass: Made[int, tuple[Flow, ...]] = Made(lambda seat: (Done(seat), Pass(seat)))


def _to_steps(order: tuple[str, ...], at: str) -> tuple[Flow, ...]:
    found: list[Flow] = [_go_to[step] for step in (*order, END) if step != at]
    place = order.index(at) if at in order else len(order)
    if len(order) - place > 2:
        found.append(Arrange((*order[: place + 1], order[place + 2], order[place + 1], *order[place + 3 :])))
    return tuple(found)


def _to_skip(order: tuple[str, ...], skipped: frozenset[str]) -> tuple[Flow, ...]:
    return tuple([_skip[step, step not in skipped] for step in order])


def _to_seats(game: Game, seats: tuple[Seat, ...], here: tuple[int, ...]) -> tuple[Flow, ...]:
    found: list[Flow] = []
    full, few = len(here) >= (game.seats.most or SEATS), len(here) <= game.seats.least
    for number, name, role, taken in seats:
        if taken:
            if name != TEXT:
                found.append(_sit[number, TEXT, role])
            if not few:
                found.append(_leave[number])
        elif not full:
            found.append(_sit[number, name, role])
    if not full and len(seats) < SEATS:
        ever = {seat.number for seat in seats}
        found += [_sit[number, "", ""] for number in range(1, SEATS + 1) if number not in ever]
    return tuple(found)


@lru_cache(maxsize=4096)
def _now(
    at: str, here: tuple[int, ...], turns: str, turn: int, done: frozenset[int], owed: bool,
    longer: bool, more: bool, hides: bool, shown: bool,
) -> tuple[Flow, ...]:  # fmt: skip
    found: list[Flow] = [Extend(at, 2)] if longer else []
    in_turns = turns == "round"
    if in_turns:
        found += [_turn[seat] for seat in here if seat != turn]
    else:
        found += [_resume[seat] for seat in here if seat in done]
    if not owed:
        for seat in (turn,) if in_turns and turn else here:
            found += () if seat in done else _ready_or_pass[seat]
        if more:
            found.append(NextRound())
    if hides and turns == "silent":
        found.append(Again() if shown else Reveal())
    return tuple(found)


_steps: Memory[tuple[Flow, ...]] = Memory()
_skips: Memory[tuple[Flow, ...]] = Memory()
_seats: Memory[tuple[Flow, ...]] = Memory()


def offers(game: Game, state: State, step: Step | None, run: Run) -> Sequence[Sequence[Flow]]:
    """The flow actions that are open now, in parts. Specimens: two minutes more, the next two steps changed about."""
    at, order, skipped, seats = state.at, state.order, state.skipped, state.seats
    always = (
        _steps.of(at, (order,), _to_steps, order, at),
        _skips.of("", (order, skipped), _to_skip, order, skipped),
        _seats.of("", (game, seats), _to_seats, game, seats, state.here),
    )
    if step is None:
        return always
    now = _now(
        at, state.here, step.rounds[run.round].turns, run.turn, run.done, bool(run.owed),
        run.extra + 2 <= MOST_MINUTES, run.round + 1 < len(step.rounds), step.secret, run.revealed,
    )  # fmt: skip
    return (*always, now)
