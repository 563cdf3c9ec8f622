"""The rules, by random legal play: what is legal is not refused, nothing is lost, every session can reach its end."""

import random
import sys
from collections import Counter
from itertools import pairwise

import pytest

from game.engine.actions import Deal, Done, NextRound, Write, from_dict, to_dict
from game.engine.definition import Game
from game.engine.memory import Memory
from game.engine.reasons import Refused
from game.engine.rules import apply, legal, refusal, start
from game.engine.session import Act, LineRefused, Redo, Return, Session, Undo
from game.engine.state import Item, State
from tests.small_game import GAME, OTHER
from tests.walks import notes, seats, universe, walk


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("game", [GAME, OTHER], ids=["small", "other"])
def test_what_is_legal_is_what_is_not_refused(game: Game, seed: int) -> None:
    chance = random.Random(seed)
    session = walk(game, chance, chance.randint(2, 6), 25)
    for number in sorted(chance.sample(range(len(session.lines)), min(12, len(session.lines)))):
        agree(game, session.after(number))


def agree(game: Game, state: State) -> None:
    """Holds that `legal` lists all that `refusal` lets pass, once, and nothing else."""
    options = legal(game, state)
    listed = set(options)
    assert len(listed) == len(options), [action for action, times in Counter(options).items() if times > 1][:3]
    for action in options:
        assert refusal(game, state, action) is None, (state.at, action, refusal(game, state, action))
    for action in universe(game, state):
        allowed = refusal(game, state, action) is None
        assert allowed == (action in listed), (state.at, action, refusal(game, state, action))
    written = {(action.seat, action.kind) for action in options if isinstance(action, Write)}
    for seat, kind, ways in notes(game, state):
        allowed = any(refusal(game, state, way) is None for way in ways)
        assert allowed == ((seat, kind) in written), (state.at, seat, kind, refusal(game, state, ways[0]))


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize("game", [GAME, OTHER], ids=["small", "other"])
def test_undo_and_redo_walk_the_same_states(game: Game, seed: int) -> None:
    chance = random.Random(seed)
    session = walk(game, chance, chance.randint(2, 6), 20)
    count = len(session.lines)
    first, last = session.after(0), session.state
    while session.can_undo():
        session.take(Undo())
    assert session.state == first
    while session.can_redo():
        session.take(Redo())
    assert session.state == last
    assert Session(game, session.seats, session.lines).state == last
    session.take(Return(count // 2))
    assert session.state == session.after(count // 2)
    session.take(Undo())
    assert session.state == last


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize("game", [GAME, OTHER], ids=["small", "other"])
def test_no_card_is_dealt_twice_and_no_word_is_lost(game: Game, seed: int) -> None:
    chance = random.Random(seed)
    session = walk(game, chance, chance.randint(2, 6), 30)
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
    with pytest.raises(ValueError, match=r"."):
        from_dict(plain)


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("game", [GAME, OTHER], ids=["small", "other"])
def test_what_is_remembered_is_what_would_be_worked_out_anew(game: Game, seed: int) -> None:
    chance = random.Random(seed)
    session = walk(game, chance, chance.randint(2, 6), 25)
    remembered = [legal(game, session.after(number)) for number in range(len(session.lines) + 1)]
    memories = [value for name, module in list(sys.modules.items()) if name.startswith("game.engine.")
                for value in vars(module).values() if isinstance(value, Memory)]  # fmt: skip
    for number, options in enumerate(remembered):
        for memory in memories:
            memory.forget()
        assert legal(game, session.after(number)) == options
