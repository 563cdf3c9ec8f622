"""The rules, by random legal play: what is legal is not refused, nothing is lost, every session can reach its end."""

import random
from collections import Counter
from itertools import pairwise

import pytest

from game.engine.actions import (
    TEXT,
    Action,
    Amend,
    Deal,
    Done,
    Extend,
    Gather,
    GoTo,
    Judge,
    Keep,
    Lay,
    Leave,
    Merge,
    Move,
    NextRound,
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
    from_dict,
    to_dict,
)
from game.engine.definition import END, Game
from game.engine.reasons import Refused
from game.engine.rules import apply, legal, refusal, start
from game.engine.session import Act, LineRefused, Redo, Return, Session, Undo
from game.engine.state import Item, Judgement, Seat, State
from tests.small_game import GAME


def seats(count: int) -> tuple[Seat, ...]:
    return tuple(Seat(number, f"seat {number}") for number in range(1, count + 1))


def pick(chance: random.Random, state: State, options: list[Action]) -> Action:
    """One of the legal actions, each kind as likely as another; going astray between steps is rare."""
    by_kind: dict[type[Action], list[Action]] = {}
    for action in options:
        by_kind.setdefault(type(action), []).append(action)
    for rare in (GoTo, Skip, Leave, Sit, Withdraw, Extend):
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
            if session.state.run.owed and chance.random() < 0.9:
                session.do(next(a for a in legal(game, session.state) if isinstance(a, Deal)))
                continue
            session.do(pick(chance, session.state, legal(game, session.state)))
    if session.state.at != END:
        session.do(GoTo(END))
    return session


def universe(game: Game, state: State) -> list[Action]:
    """Actions that could be meant in this state, sensible or not, legal or not."""
    step = game.step.get(state.at)
    numbers = range(10)
    refs = ["", "item:0", f"item:{len(state.records)}", "card:nowhere", "space:nowhere", "space:target"]
    refs += [f"space:{space.id}" for space in game.spaces] + [f"item:{n}" for n in range(len(state.records))]
    cards = [card.id for card in game.cards.values()]
    found: list[Action] = [GoTo(step.id) for step in game.steps] + [GoTo(END), GoTo("nowhere")]
    found += [Skip(step.id, on) for step in game.steps for on in (True, False)]
    found += [Reveal(), NextRound()]
    for seat in numbers:
        found += [Turn(seat), Done(seat), Pass(seat), Resume(seat), Release(seat), Write(seat, TEXT), Leave(seat)]
        found += [Keep(seat, card, on) for card in cards for on in (True, False)]
        found += [Lay(seat, card, space.id, TEXT) for card in cards for space in game.spaces]
        found += [Place(seat, value, space.id, TEXT) for value in ("works", "needs-work", "x") for space in game.spaces]
        if step is not None:
            values = ("pick", "support", "no", "yes", "5")
            things = [*refs, *(f"card:{card}" for card in cards), "option:heard", "option:change"]
            found += [Judge(seat, thing, value) for thing in things for value in values]
            found += [Unjudge(seat, thing) for thing in things]
    found += [Settle(thing, on) for thing in (*refs, *(f"card:{card}" for card in cards)) for on in (True, False)]
    for number in range(len(state.records) + 1):
        found += [Withdraw(number), Restore(number), Amend(number, "text", TEXT), Gather((number,), TEXT)]
        found += [Tag(number, "seldom-heard"), Tag(number, "seldom-heard", False)]
        found += [Move(number, ref) for ref in refs]
        found += [Merge(number, other) for other in range(len(state.records))]
    for seat in numbers:
        run = state.run
        found += [Swap(seat, give, take) for give in run.hands.get(seat, ("talk-0",)) for take in (*run.spare, "talk-0")]
    return found


LISTED_FOR_THIS_STEP_ONLY = (Amend, Withdraw, Restore, Tag)


@pytest.mark.parametrize("seed", range(12))
def test_what_is_legal_is_what_is_not_refused(seed: int) -> None:
    chance = random.Random(seed)
    session = walk(GAME, chance, chance.randint(2, 8), 25)
    for number in sorted(chance.sample(range(len(session.lines)), min(25, len(session.lines)))):
        state = session.after(number)
        options = legal(GAME, state)
        listed = set(options)
        assert len(listed) == len(options), [a for a, n in Counter(options).items() if n > 1][:3]
        for action in options:
            assert refusal(GAME, state, action) is None, (state.at, action, refusal(GAME, state, action))
        for action in universe(GAME, state):
            if isinstance(action, LISTED_FOR_THIS_STEP_ONLY):
                made_here = 0 <= action.record < len(state.records) and state.records[action.record].step == state.at
                if not made_here or (isinstance(state.records[action.record], Judgement) and isinstance(action, Amend)):
                    continue
            if isinstance(action, Write):  # what is listed is tied to the cards on the table already
                continue
            allowed = refusal(GAME, state, action) is None
            assert allowed == (action in listed), (state.at, action, refusal(GAME, state, action))


@pytest.mark.parametrize("seed", range(40))
def test_undo_and_redo_walk_the_same_states(seed: int) -> None:
    chance = random.Random(seed)
    session = walk(GAME, chance, chance.randint(2, 8), 20)
    count = len(session.lines)
    first, last = session.after(0), session.state
    while session.can_undo():
        session.take(Undo())
    assert session.state == first
    while session.can_redo():
        session.take(Redo())
    assert session.state == last
    assert Session(GAME, session.seats, session.lines).state == last
    session.take(Return(count // 2))
    assert session.state == session.after(count // 2)
    session.take(Undo())
    assert session.state == last


@pytest.mark.parametrize("seed", range(40))
def test_no_card_is_dealt_twice_and_no_word_is_lost(seed: int) -> None:
    chance = random.Random(seed)
    session = walk(GAME, chance, chance.randint(2, 8), 30)
    dealt: list[str] = []
    for line in session.standing():
        assert isinstance(line, Act)
        if isinstance(line.action, Deal):
            dealt += [card for _, cards in line.action.hands for card in cards]
    assert len(dealt) == len(set(dealt))
    for before, after in pairwise(session.after(n) for n in range(len(session.lines) + 1)):
        assert len(after.records) >= len(before.records)
    written = sum(isinstance(line, Act) and isinstance(line.action, Write) for line in session.lines)
    texts = [record for record in session.state.records if isinstance(record, Item) and record.text]
    assert len(texts) >= min(written, 1)


def test_apply_refuses_what_refusal_refuses() -> None:
    state = start(GAME, seats(3))
    with pytest.raises(Refused) as refused:
        apply(GAME, state, NextRound())
    assert refused.value.reason.code == "cards-first"
    session = Session(GAME, seats(3))
    with pytest.raises(LineRefused):
        session.take(Undo())
    with pytest.raises(LineRefused):
        session.do(Done(9))
    assert session.lines == []


@pytest.mark.parametrize("seed", range(20))
def test_actions_survive_their_plain_form(seed: int) -> None:
    session = walk(GAME, random.Random(seed), 4, 20)
    for line in session.lines:
        assert isinstance(line, Act)
        assert from_dict(to_dict(line.action)) == line.action


@pytest.mark.parametrize(
    "plain",
    [
        {}, {"do": "Explode"}, {"do": "GoTo"}, {"do": "GoTo", "step": 3}, {"do": "Done", "seat": "1"},
        {"do": "Done", "seat": True}, {"do": "Deal", "hands": [[1, "x"]]}, {"do": "Reveal", "why": "x"},
        {"do": "Write", "seat": 1, "text": "a", "fields": [["x", None]]}, {"do": ["GoTo"]},
    ],
)  # fmt: skip
def test_a_damaged_action_is_a_value_error(plain: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="."):
        from_dict(plain)
