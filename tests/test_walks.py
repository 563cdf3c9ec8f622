"""Random legal walks on every shipped game: all come to the end, and nothing is lost on the way."""

import random

import pytest

from game.content.loading import list_games, load
from game.engine.actions import Action, Deal, GoTo, from_dict, to_dict
from game.engine.definition import END, Game
from game.engine.rules import apply, legal, refusal, start
from game.engine.session import Act, Redo, Session, Undo
from game.engine.state import Item, Seat, State
from tests.walks import pick

WALKS = 1000
BATCHES = 20
GAMES = tuple(list_games())


def seats(count: int) -> tuple[Seat, ...]:
    return tuple(Seat(number) for number in range(1, count + 1))


def steps_of(game: Game, chance: random.Random, count: int) -> list[Act]:
    """A walk of a few legal actions in each step, and on to the next, to the end."""
    state = start(game, seats(count))
    done: list[Act] = []

    def do(action: Action) -> State:
        done.append(Act(action))
        return apply(game, state, action)

    for step in (*state.order, END):
        if state.at != step:
            state = do(GoTo(step))
        for _ in range(chance.randrange(4)):
            options = legal(game, state)
            if state.run.owed:
                state = do(next(action for action in options if isinstance(action, Deal)))
            else:
                state = do(pick(chance, state, options))
    if state.at != END:
        do(GoTo(END))
    return done


@pytest.mark.parametrize("game_id", GAMES)
@pytest.mark.parametrize("batch", range(BATCHES))
def test_every_walk_ends_and_loses_nothing(game_id: str, batch: int) -> None:
    game = load(game_id).game
    for number in range(WALKS // BATCHES // len(GAMES)):
        chance = random.Random(f"{game_id}.{batch}.{number}")
        count = chance.randint(game.seats.least, game.seats.most or 8)
        lines = steps_of(game, chance, count)
        session = Session(game, seats(count), lines)
        assert session.state.at == END
        deals = [line.action for line in lines if isinstance(line.action, Deal)]
        dealt = [card for deal in deals for _, hand in deal.hands for card in hand]
        assert len(dealt) == len(set(dealt))
        items = [record for record in session.state.records if isinstance(record, Item)]
        kept = {item.text for item in items} | {str(change.old) for item in items for change in item.was}
        for line in lines:
            plain = to_dict(line.action)
            assert from_dict(plain) == line.action
            if plain["do"] == "Write":
                assert plain["text"] in kept
        if number % 10 == 0:
            first, last = session.after(0), session.state
            while session.can_undo():
                session.take(Undo())
            assert session.state == first
            while session.can_redo():
                session.take(Redo())
            assert session.state == last
            middle = session.after(len(lines) // 2)
            assert all(refusal(game, middle, action) is None for action in legal(game, middle))
